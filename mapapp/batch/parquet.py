"""Tables in Parquet files, read in blocks that have a limit however small the file is: it names a text once."""

import io
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from mapapp.batch.answering import COLUMNS, NUMBERS
from mapapp.errors import MapappError, clipped, why
from mapapp.message import tr

ROWS = 10_000  # of a block
FEW = 100  # of a block with lists in its cells, whose size is known only when they are read
MOST_BYTES = 200_000_000  # of the texts of a block
Block = dict[str, Sequence[Any]]  # cells by column


class ParquetTable:
    """A Parquet file. Its texts are kept once, as in the file, until the size of a block is known."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.file = library().ParquetFile(path)
            self.schema = self.file.schema_arrow
            texts = [field.name for field in self.schema if _is_text(field.type)]
            self.file = library().ParquetFile(path, read_dictionary=texts)
        except (OSError, ValueError) as error:  # errors of Arrow are of these kinds
            raise unreadable(path, error) from None
        self.columns = tuple(self.schema.names)

    def blocks(self) -> Iterator[Block]:
        """The rows, with the types of the file. Raises MapappError also for a block beyond the limit."""
        nested = any(field.type.num_fields for field in self.schema)
        try:
            for batch in self.file.iter_batches(FEW if nested else ROWS):
                if (size := sum(map(_size, batch.columns))) > MOST_BYTES:
                    raise MapappError(
                        tr(
                            "'{path}' has {n} MB of text in {rows} rows; at most {most} are read. Leave out columns.",
                            path=clipped(str(self._path)),
                            n=size // 1_000_000,
                            rows=batch.num_rows,
                            most=MOST_BYTES // 1_000_000,
                        )
                    )
                yield batch.to_pydict()
        except (OSError, ValueError, MemoryError) as error:
            raise unreadable(self._path, error) from None


def _is_text(type_: Any) -> bool:  # noqa: ANN401  # Arrow publishes no types
    return str(type_) in {"string", "large_string", "binary", "large_binary"}


def _size(column: Any) -> int:  # noqa: ANN401
    """The bytes of a column when each row has its own text."""
    if not hasattr(column, "dictionary"):
        return int(column.nbytes)
    compute: Any = import_module("pyarrow.compute")
    lengths = compute.binary_length(column.dictionary)
    return int(compute.sum(compute.cast(compute.take(lengths, column.indices), "int64")).as_py() or 0)


def text_of(cell: Any) -> str:  # noqa: ANN401  # of any type that a column may have
    """A cell as text. Some programs write texts as bytes."""
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def write(out: io.BytesIO, columns: Sequence[str], table: object, blocks: Iterator[Block]) -> None:
    """Write the columns of a table, with their types where it is a Parquet file, and those that are added."""
    arrow: Any = import_module("pyarrow")
    own = list(table.schema) if isinstance(table, ParquetTable) else []
    own = own or [arrow.field(column, arrow.string()) for column in columns]
    added = [arrow.field(name, arrow.float64() if name in NUMBERS else arrow.string()) for name in COLUMNS]
    schema = arrow.schema([*own, *added])
    with library().ParquetWriter(out, schema) as writer:
        for block in blocks:
            writer.write_table(arrow.table(block, schema=schema))


def library() -> Any:  # noqa: ANN401  # it publishes no types
    """The reader and writer of Parquet. Raises MapappError where it is not installed."""
    try:
        return import_module("pyarrow.parquet")
    except ImportError:
        raise MapappError(tr("Parquet needs the package pyarrow: pip install pyarrow. CSV needs nothing.")) from None


def unreadable(path: Path, error: Exception | str) -> MapappError:
    """That a file cannot be read, and why."""
    reason = why(error) if isinstance(error, OSError) and error.strerror else str(error)
    named, said = clipped(str(path), 200), clipped(reason, 120)
    return MapappError(tr("'{path}' cannot be read ({error}). Name another file.", path=named, error=said))
