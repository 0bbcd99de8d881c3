"""The benchmarks run on the desk as it is now; how fast it is they only say to whoever asks them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
SHORT = {
    "store": {"INQUIRIES": 40},
    "posting": {"WARM": 2, "POSTS": 20, "ROUNDS": 1},
    "routing": {"ROUNDS": 1, "HOSTILE": 2},
    "serving": {"SECONDS": 1},
    "screening": {"ROUNDS": 1, "OPINIONS": 2, "HOSTILE": ("死・",)},
}
FIGURE = re.compile(r"\d(?:/s| ms| messages/s| requests/s| µs)")
PATIENCE = 200  # seconds: what takes longer hangs


def test_every_benchmark_is_run_here() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == SHORT.keys()


@pytest.mark.parametrize(
    "name",
    [
        "store",
        "posting",
        "routing",
        pytest.param("serving", marks=pytest.mark.slow),
        pytest.param("screening", marks=pytest.mark.slow),
    ],
)
def test_a_benchmark_says_how_fast_something_is(name: str) -> None:
    assert FIGURE.search(said_by(name))


def said_by(name: str) -> str:
    """What a benchmark prints with few rounds."""
    few = "".join(f"assert {name}.{one}; {name}.{one} = {value!r}; " for one, value in SHORT[name].items())
    command = [sys.executable, "-c", f"import {name}; {few}{name}.main()"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
