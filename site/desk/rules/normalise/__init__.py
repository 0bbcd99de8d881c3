"""Folding a text for matching while every folded character still knows where it stood in the original."""

from desk.rules.normalise.disguise import alike, stood_apart, undisguise
from desk.rules.normalise.downwards import downwards
from desk.rules.normalise.fold import Edit, Folded, fold, rewrite

__all__ = ["Edit", "Folded", "alike", "downwards", "fold", "rewrite", "stood_apart", "undisguise"]
