"""The benchmarks run on the desk as it is now; how fast it is they only say to whoever asks them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
SHORT = {
    "store": {"INQUIRIES": 40},
    "reviewing": {"LETTERS": 40, "ROUNDS": 1, "HOSTILE": ("死ね。",), "DECISIONS": (0, 1)},
    "posting": {"WARM": 2, "POSTS": 20, "ROUNDS": 1},
    "routing": {"ROUNDS": 1, "HOSTILE": 2},
    "serving": {"SECONDS": 1},
    "screening": {"ROUNDS": 1, "OPINIONS": 2, "HOSTILE": ("死・",)},
}
# That of the store keeps to one core from then on.
TOGETHER = ("posting", "reviewing", "routing", "store")
FIGURE = re.compile(r"\d(?:/s| ms| messages/s| requests/s| µs)")
PATIENCE = 200  # seconds: what takes longer hangs


def test_every_benchmark_is_run_here() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == SHORT.keys()


@pytest.fixture(scope="module")
def said() -> dict[str, str]:
    return said_by(*TOGETHER)


@pytest.mark.parametrize("name", TOGETHER)
def test_a_benchmark_says_how_fast_something_is(name: str, said: dict[str, str]) -> None:
    assert FIGURE.search(said[name])


@pytest.mark.slow("test_a_benchmark_says_how_fast_something_is")
@pytest.mark.parametrize("name", sorted(SHORT.keys() - TOGETHER))
def test_so_does_one_that_takes_longer(name: str) -> None:
    assert FIGURE.search(said_by(name)[name])


def said_by(*names: str) -> dict[str, str]:
    """What benchmarks print with few rounds, one after the other in a process."""
    few = [f"assert {name}.{one}; {name}.{one} = {value!r}; " for name in names for one, value in SHORT[name].items()]
    runs = "; print(chr(12)); ".join(f"{name}.main()" for name in names)
    command = [sys.executable, "-c", f"import {', '.join(names)}; {''.join(few)}{runs}"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()
    return dict(zip(names, done.stdout.decode().split("\f"), strict=True))
