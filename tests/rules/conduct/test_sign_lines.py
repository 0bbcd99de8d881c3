"""The line that an error in a sign file names is the one to be changed, however TOML lets the file be written."""

import pytest
from refusing import refused

SIGN = """[[sign]]
id = "a"
act = "act.insult"
any = ["slur"]
match = ["のろま"]
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[part.x]\n# 犬.小屋 was tried\nwords = "犬.小屋"', 3),
        ('[part.x]\nwords = """\n# 犬小屋\n犬.小屋"""', 4),
        ('[part.x]\nwords = """\n# 犬小屋, 犬.小屋\n猫小屋"""', 3),
        ('[part."ろ"]\n\nwords = "ろ"', 3),
        ('[part.x]\n\nwords = "\\u72ac.小屋"', 3),
    ],
)
def test_a_word_is_where_it_is_written_and_not_in_a_comment_or_a_head(text: str, line: int) -> None:
    assert refused(text).line == line


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ('\n\n[part."x\\"y"]\nword = "犬小屋"', 4),
        ('\n[part."x\\\\y"]\nword = "犬小屋"', 3),
        ('\n["part".x]\nword = "犬小屋"', 3),
        ('\n[part.x.y]\nwords = "犬小屋"', 2),
        ('[part.x]\nwords = "犬小屋"\n[part.x.y]\nwords = "犬小屋"', 3),
        ('\n[[part.x]]\nwords = "犬小屋"', 2),
        ('[spelling]\n"ろ\\"ろ" = "殺"\n"ろ\\\\" = ""', 3),
    ],
)
def test_a_part_and_its_key_are_found_by_every_name_that_a_head_can_have(part: str, line: int) -> None:
    assert refused(part).line == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SIGN.replace("[[sign]]", '\n[["sign"]]') + 'strength = "storng"', 7),
        (SIGN.replace("[[sign]]", "\n[[ 'sign' ]]") + 'strength = "storng"', 7),
        ('language = "ja"\nsign = [{id = "a"}]', 2),
        ('\nsign = [\n  # {id = "b"}\n  {id = "{}"},\n]', 4),
        ("""\nsign = [\n  {id = "a{", act = "act.insult", any = ["slur"], match = ['のろま']},\n  {id = "b"},\n]""", 4),
        (SIGN + 'despite = [\n"quote",\n"""repot"""]', 8),
        (SIGN + "despite = [\n'''quote''',\n'''repot'''\n]", 8),
        (SIGN + 'despite = [\n"quote", # "repot"\n"r\\u0065pot"]', 8),
        (SIGN + 'note = """\ndespite = "repot" """\ndespite = [\n"repot"]', 9),
        (SIGN.replace('["slur"]', '[\n"slur",\n"""slur/wil"""]'), 6),
        (SIGN.replace('["slur"]', '[\n"slur",\n"""\nslur/\\\n  wil"""]'), 6),
        (SIGN.replace('["slur"]', '[\n"slur",\n"sl\\u0075r/wil"]'), 6),
    ],
)
def test_a_sign_and_its_text_are_found_however_they_are_written(text: str, line: int) -> None:
    assert refused(text).line == line


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('match = ["犬",\n"猫"\n\n# ende', 1, '(“match = ["犬",”): a list that begins with [ ends with ]'),
        ('match = ["犬",\n"猫",\n\n# ende [', 1, '(“match = ["犬",”): a list that begins with [ ends with ]'),
        ('[part.x]\nwords = "[犬\nmatch = ["', 2, "a text ends on its line"),
        ('any = [\n["[x", # [\n"y]"],\n["z]", "y"\n', 4, '(“["z]", "y"”): a list that begins with ['),
        ("words =  # 犬小屋\n# ende", 1, "a text stands in straight quotation marks"),
        ("language =", 1, "(“language =”): a text stands in straight quotation marks"),
        ('[part.x]\nwords = """犬小屋\n# it is "x"', 2, '(“words = """犬小屋”): a text ends with the quotation marks'),
        ('[part.x]\nwords = """犬小屋\n# say "', 2, '(“words = """犬小屋”): a text ends with the quotation marks'),
        ('[part.x]\nwords = "犬小屋"\n# """\nnote = "a', 4, '(“note = "a”): a text ends with the quotation marks'),
        ("note = '''\nit's\n# don't", 1, "(“note = '''”): a text ends with the quotation marks"),
        ("note = 'a\n# nothing follows", 1, "a text ends"),
    ],
)
def test_what_nothing_ends_is_told_where_it_begins(text: str, line: int, says: str) -> None:
    error = refused(text)
    assert (error.line, says in error.remedy) == (line, True), error.remedy
