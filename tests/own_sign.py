"""The sign of an operator's own, in words that no shipped sign knows, and one in any words."""

OWN = """language = "ja"
[part.slogan]
words = "ねりきり万歳"
[[sign]]
id = "own.slogan"
act = "act.insult"
any = ["slogan"]
match = ["ねりきり万歳"]
"""

# To be filled with an id, an act and the words; a file of such signs begins with its language.
SIGN = """
[part.{id}]
words = "{words}"
[[sign]]
id = "{id}"
act = "{act}"
any = ["{id}"]
match = ["{words}"]
"""
