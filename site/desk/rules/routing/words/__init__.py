"""The words that people use towards corporate desks, one module a language; data, no logic."""
