"""Words of people shown as they were written, where Qt would read signs into them."""

from __future__ import annotations

import html


def tip(text: str) -> str:
    """Return the text of a tooltip that shows every sign of `text`, tags among them."""
    return f"<span>{html.escape(text)}</span>" if "<" in text else text


def action_text(text: str) -> str:
    """Return the text of a menu entry or button that shows "&" instead of a mnemonic."""
    return text.replace("&", "&&")
