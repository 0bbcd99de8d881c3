"""Japanese words towards the desks, one module a desk."""
