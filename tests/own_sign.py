"""The sign of an operator's own, in words that no shipped sign knows."""

OWN = """language = "ja"
[part.slogan]
words = "ねりきり万歳"
[[sign]]
id = "own.slogan"
act = "act.insult"
any = ["slogan"]
match = ["ねりきり万歳"]
"""
