"""The wheel works from any folder: unpacked or installed, it serves both languages with their styles."""

# ruff: noqa: S603 - what is run here is our own

import os
import re
import signal
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from ports import free_port
from reading import PLAIN

ROOT = Path(__file__).parents[2]


PAGES = ("/ja/inquiries", "/en/inquiries", "/ja/policy", "/en/policy", "/ja/services", "/staff/sign-in")
# What is packed is not pressed: that took four seconds, and the readers become hardly smaller by it.
BUILD = (
    "import sys, zlib; zlib.Z_DEFAULT_COMPRESSION = 0; from hatchling.cli import hatchling;"
    " sys.argv[1:] = ['build', '-t', 'wheel', '-d', sys.argv[1]]; hatchling()"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path) -> Path:
    """The package as the wheel holds it, and nothing of the checkout."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(wheel.parent / "unpacked")
    return wheel.parent / "unpacked"


@contextmanager
def up(folder: Path, *command: str | Path, **environment: str) -> Iterator[str]:
    """The address of a desk that is served so, in this folder, which was empty; it stops when it is told to."""
    port = free_port()
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DESK_", "PYTHON"))}
    with (folder / "log").open("wb") as log:
        told = {**bare, "DESK_PORT": str(port), **environment}
        process = subprocess.Popen([*command, "up"], cwd=folder, env=told, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", process, folder / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=25) == 0


@pytest.fixture(scope="module")
def address(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that serves from the unpacked wheel; without -S the checkout would be there too."""
    path = os.pathsep.join([str(unpacked), sysconfig.get_path("purelib")])
    with up(tmp_path_factory.mktemp("elsewhere"), sys.executable, "-S", "-m", "desk", PYTHONPATH=path) as serving:
        yield serving


@pytest.mark.parametrize("path", PAGES)
def test_the_wheel_serves_its_pages_with_their_styles(address: str, path: str) -> None:
    serves_with_styles(address, path)


def serves_with_styles(address: str, path: str) -> None:
    page = httpx.get(address + path, verify=PLAIN)
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)

    assert page.status_code == 200
    assert styles
    assert [httpx.get(address + style, verify=PLAIN).status_code for style in styles] == [200] * len(styles)


def test_the_wheel_holds_no_file_of_its_makers(unpacked: Path) -> None:
    package = unpacked / "desk"
    endings = {path.suffix for path in package.rglob("*") if path.is_file()} - {".pyc"}

    needed = {".py", ".html", ".css", ".js", ".svg", ".md", ".po", ".toml", ".json", ".txt", ".mako", ".typed", ".npz"}
    assert needed <= endings
    assert endings <= {*needed, ".pot"}


@pytest.mark.slow("test_the_wheel_serves_its_pages_with_their_styles")
def test_installed_in_an_empty_environment_it_serves_by_its_command(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(tmp_path / "venv")]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (packages,) = (tmp_path / "venv").glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")  # the dependencies, not the desk
    (tmp_path / "empty").mkdir()
    with up(tmp_path / "empty", tmp_path / "venv" / "bin" / "desk") as address:
        for path in PAGES:
            serves_with_styles(address, path)


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):  # tenths of a second: a machine that does much else starts a desk slowly
        assert process.poll() is None, log.read_text("utf-8")
        try:
            if httpx.get(url, verify=PLAIN).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))
