"""What is quoted: between marks of either language, or behind a > at the beginning of a line."""

import re

QUOTED = re.compile(
    r"「[^「」]{1,200}」|『[^『』]{1,200}』|\"[^\"\n]{1,200}\""
    r"|(?<![a-z])'(?=[a-z])(?:[^'\n]|(?<=[a-z])'(?=[a-z])){3,200}'(?![a-z])|(?m:^\s{0,3}>[^\n]{1,400})"
)
