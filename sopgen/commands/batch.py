"""The same work on many files, in several processes where that pays."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeVar

T = TypeVar("T")

PAYS_FROM: Final = 64
"""How many files it takes for further processes to be worth starting."""

_work: Callable[..., Any]


def spread(work: Callable[..., T], jobs: Sequence[tuple[Any, ...]]) -> Generator[T]:
    """What ``work(*job)`` gives for every job, in order; close it to leave the rest undone.

    ``work`` goes to each process once, a job and what comes of it once each: all of them can be pickled.
    """
    processes = _processors() if len(jobs) >= PAYS_FROM else 1
    if processes == 1:
        for job in jobs:
            yield work(*job)
        return
    from concurrent.futures import ProcessPoolExecutor

    yield work(*jobs[0])  # loads the modules that forked processes then share
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(work,))
    try:
        with _uninterrupted():  # a pool that is cut short while it starts cannot be shut down
            futures = [pool.submit(_do, job) for job in jobs[1:]]
        for future in futures:
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold an interrupt back until the end."""
    held: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(work: Callable[..., Any]) -> None:
    """Make this process ready; an interrupt is for the one that started it, which lets this one finish its file."""
    global _work  # noqa: PLW0603 (what a worker process is for)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = work


def _do(job: tuple[Any, ...]) -> Any:
    return _work(*job)
