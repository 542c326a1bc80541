"""Rows read one after another or by several processes at once, with the same result in the same order."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import msgspec

from marsad.cli.guard import unforeseen
from marsad.errors import InputError, MarsadError
from marsad.intake.rows import Row
from marsad.lexicon.loading import lexicon
from marsad.model.article import Article, Reading
from marsad.reading import languages, read
from marsad.views.json_out import coded_row, dump

CHUNK = 16  # rows that go to a process at once: few enough to share the work, enough to hide the cost of sending
WAITING = 4  # chunks that wait for each process


class Coded(msgspec.Struct, frozen=True):
    """A row that was read, as a line of JSON, or the reason why not; `stop` when that concerns every row."""

    number: int
    data: bytes = b""
    error: str = ""
    stop: bool = False


Task = tuple[int, Article | str, str]
Encode = Callable[[Reading], bytes]


def coded(rows: Iterable[Row], jobs: int, name: str) -> Iterator[Coded]:
    """Yield the rows of the file of that name as coded lines, in their order.

    Raises MarsadError when the tables are wrong or a process is killed.
    """
    # An error is sent as its text: most exceptions with fields of their own don't survive the way between processes.
    tasks = ((n, str(item) if isinstance(item, InputError) else item, f"{name}:{n}") for n, item in rows)
    yield from answers(tasks, jobs, _coded_line)


def answers(tasks: Iterable[Task], jobs: int, encode: Encode) -> Iterator[Coded]:
    """Yield what each task was read as, encoded, in their order; a task holds its number, an article, and its place.

    `encode` has to be a function of a module, so that other processes find it. Raises MarsadError as `coded` does.
    """
    for row in (_code(task, encode) for task in tasks) if jobs == 1 else _side_by_side(tasks, jobs, encode):
        if row.stop:
            raise MarsadError(row.error)
        yield row


def _coded_line(reading: Reading) -> bytes:
    return dump(coded_row(reading))


def _side_by_side(tasks: Iterable[Task], jobs: int, encode: Encode) -> Iterator[Coded]:
    waiting: deque[Future[list[Coded]]] = deque()
    for code in languages():
        lexicon(code)  # compiled or loaded once, before there are several to do it
    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts_to_parent) as pool:
        try:
            for chunk in _chunks(tasks):
                waiting.append(pool.submit(_code_chunk, chunk, encode))
                if len(waiting) > WAITING * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise MarsadError("expected all processes to go on, got one killed; try again with fewer --jobs") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _chunks(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    chunk: list[Task] = []
    for task in tasks:
        chunk.append(task)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _code_chunk(chunk: list[Task], encode: Encode) -> list[Coded]:
    return [_code(task, encode) for task in chunk]


def _code(task: Task, encode: Encode) -> Coded:
    """Return one row as read; a fault of ours in one text is reported like any other and never ends the run."""
    number, item, where = task
    if isinstance(item, str):
        return Coded(number, error=item)
    try:
        return Coded(number, encode(read(item)))
    except InputError as error:
        return Coded(number, error=f"{where}: {error}")
    except MarsadError as error:
        return Coded(number, error=str(error), stop=True)
    except Exception as error:  # noqa: BLE001 -- the rest of the rows must go on
        return Coded(number, error=f"{where}: {unforeseen(error)}")
