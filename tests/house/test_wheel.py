"""The wheel works from any folder: installed in an empty environment, it serves both languages with their styles."""

# ruff: noqa: S603 - what is run here is our own

import os
import re
import signal
import subprocess
import sys
import sysconfig
import time
import venv
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from ports import free_port
from reading import PLAIN

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `desk` of an environment that holds nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    hatchling = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(hatchling, cwd=ROOT, check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=False)
    (wheel,) = folder.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "venv")]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    (packages,) = (folder / "venv").glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")  # the dependencies, not the desk
    return folder / "venv" / "bin" / "desk"


@pytest.fixture(scope="module")
def address(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk that serves from that environment, started in an empty folder."""
    folder = tmp_path_factory.mktemp("elsewhere")
    port = free_port()
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DESK_", "PYTHON"))}
    environment = {**bare, "DESK_PORT": str(port)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([installed, "up"], cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", process, folder / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=25) == 0


@pytest.mark.parametrize(
    "path", ["/ja/inquiries", "/en/inquiries", "/ja/policy", "/en/policy", "/ja/services", "/staff/sign-in"]
)
def test_the_installed_desk_serves_its_pages_with_their_styles(address: str, path: str) -> None:
    page = httpx.get(address + path, verify=PLAIN)
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)

    assert page.status_code == 200
    assert styles
    assert [httpx.get(address + style, verify=PLAIN).status_code for style in styles] == [200] * len(styles)


def test_the_installed_package_holds_no_file_of_its_makers(installed: Path) -> None:
    (package,) = installed.parents[1].glob("lib/python*/site-packages/desk")
    endings = {path.suffix for path in package.rglob("*") if path.is_file()} - {".pyc"}

    needed = {".py", ".html", ".css", ".js", ".svg", ".md", ".po", ".toml", ".json", ".txt", ".mako", ".typed", ".npz"}
    assert needed <= endings
    assert endings <= {*needed, ".pot"}


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            if httpx.get(url, verify=PLAIN).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))
