"""A page as the HTML standard parses it, in a form that XPath can ask."""

import re
from typing import Any

from lxml import etree
from markupever import HtmlOptions, Parser

Root = Any  # lxml has no types of its own
# In what is written as XML no text has a bare “<”, but an attribute may.
_TAG = re.compile(r'<\w[^\s>]*(?: [^\s="]+="[^"]*")+>')


def parsed(text: str) -> Root:
    """The root element of a page; ValueError with everything that the standard calls an error of it.

    Refused as well: noscript, which is mere text here, and svg and math, whose names have more than letters.
    """
    parser = Parser(HtmlOptions(exact_errors=True)).process(text).finish()
    if wrong := parser.errors():
        raise ValueError("; ".join(wrong))
    root = _built(parser.into_dom().serialize(is_html=False))
    if unseen := root.xpath("//noscript | //*[namespace-uri()]"):
        raise ValueError(f"what stands in <{etree.QName(unseen[0]).localname}> is not looked at here")
    return root


def _built(written: str) -> Root:
    """The tree of a document that was written as XML: to build it node by node took five times as long."""
    _, root, rest = written.partition("<html")
    told = (root + rest).replace(' xmlns="http://www.w3.org/1999/xhtml"', "", 1)
    told = _TAG.sub(lambda tag: f"<{tag[0][1:].replace('<', '&lt;')}", told)
    told = told.replace("\t", "&#9;").replace("\n", "&#10;")  # of either in an attribute XML would make a blank
    return etree.fromstring(told, etree.XMLParser(remove_comments=True, resolve_entities=False))
