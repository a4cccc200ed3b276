"""Messages on their way between two processes: what a confined one says can be said by the other in any language."""

from typing import Any

from mapapp.message import Lettered, Message, Sentence, Series, english


def sent(text: str) -> object:
    """A text as JSON-able data for another process, which `received` makes into the same message again."""
    if not isinstance(text, Message) or isinstance(text, Series | Sentence | Lettered):
        return text
    return [text.patterns, {name: _sent(value) for name, value in text.values.items()}, text.number, text.context]


def _sent(value: object) -> object:
    return value if isinstance(value, int | float) else sent(english(value))


def received(data: Any) -> str:  # noqa: ANN401  # what JSON has
    """The text that another process sent. Raises ValueError for what none of ours sends.

    That process may have read a hostile file, so that no pattern of it may reach into a value.
    """
    if isinstance(data, str):
        return data
    try:
        patterns, values, number, context = data
        held: dict[str, object] = {
            name: value if isinstance(value, int | float) else received(value) for name, value in values.items()
        }
        names = {part.partition("}")[0] for each in patterns for part in each.split("{")[1:]}
    except (TypeError, AttributeError, ValueError) as error:
        raise ValueError("no text of another process") from error
    if not patterns or not names <= held.keys():
        raise ValueError("no text of another process")
    return Message.made(tuple(patterns), held, number, context)
