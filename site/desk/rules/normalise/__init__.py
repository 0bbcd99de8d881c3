"""Folding a text for matching while every folded character still knows where it stood in the original."""

from desk.rules.normalise.disguise import LOOK_LATIN, alike, stood_apart, undisguise
from desk.rules.normalise.downwards import downwards
from desk.rules.normalise.fold import Edit, Folded, fold, rewrite

__all__ = ["LOOK_LATIN", "Edit", "Folded", "alike", "downwards", "fold", "rewrite", "stood_apart", "undisguise"]
