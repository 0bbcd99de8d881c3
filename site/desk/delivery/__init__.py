"""What leaves the house: letters, their carriers, and the worker that screens what came in and empties the outbox."""
