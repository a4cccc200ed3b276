"""Takes from a process that reads somebody's file what it does not need: memory, time, files to write."""

from collections.abc import Callable


def confine(memory: int, seconds: int) -> None:
    """Allow this process so many bytes and seconds of the processor; a system that cannot leaves it to the starter."""
    try:
        import resource
    except ImportError:
        return
    for name, limit in (("RLIMIT_AS", memory), ("RLIMIT_CPU", seconds), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
        kind = getattr(resource, name, None)
        setrlimit: Callable[[int, tuple[int, int]], None] = resource.setrlimit
        if kind is not None:
            hard = resource.getrlimit(kind)[1]
            allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
            try:
                setrlimit(kind, (allowed, allowed))
            except (ValueError, OSError):  # some systems know a limit and do not let it be set
                continue
