"""Answers as a model gives them."""


def as_text(blocks):
    """Blocks in Markdown as a model writes them, with placeholders for names."""
    return "\n".join(("- **" + block.head + "**: " if block.head else "\n") + " ".join(one.text for one in block.sentences) for block in blocks)
