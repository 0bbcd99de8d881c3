"""A page as the HTML standard parses it, in a form that XPath can ask."""

from typing import Any

from lxml import etree
from markupever import HtmlOptions, Parser
from markupever.dom import Document, Element, Text

Root = Any  # lxml has no types of its own


def parsed(text: str) -> Root:
    """The root element of a page; ValueError with everything that the standard calls an error of it.

    Refused as well: noscript, which is mere text here, and svg and math, whose names have more than letters.
    """
    parser = Parser(HtmlOptions(exact_errors=True)).process(text).finish()
    if wrong := parser.errors():
        raise ValueError("; ".join(wrong))
    root = _built(parser.into_dom().root())
    if unseen := root.xpath("//noscript | //svg | //math"):
        raise ValueError(f"what stands in <{unseen[0].tag}> is not looked at here")
    return root


def _built(document: Document) -> Root:
    builder = etree.TreeBuilder()
    for edge in document.traverse():
        node = edge.node
        if isinstance(node, Element):
            if edge.closed:
                builder.end(node.name.local)
            else:
                builder.start(node.name.local, {name.local: value for name, value in node.attrs.items()})
        elif isinstance(node, Text) and not edge.closed:
            builder.data(node.content)
    return builder.close()
