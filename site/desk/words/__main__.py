"""`python -m desk.words update` brings the catalogue up to date with the source, `check` says whether it is."""

import sys

from desk.words import gathering


def main(wish: str) -> int:
    """Do what is wished, "update" or "check"; answer 1 where something is left to be done."""
    if wish == "update":
        gathering.update()
    problems = gathering.problems()
    sys.stdout.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
