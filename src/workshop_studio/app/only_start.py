"""One start of the app for one workspace: a second one calls the first to the front and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

# Python's own modules for this would be the first to need them, before the first paint.
from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtNetwork import QLocalServer

# The first start answers at once; when it hangs, the person is not kept waiting for it.
ANSWER_MS = 1000


class OnlyStart(QObject):
    """Holds the workspace that this start has open. called: a second start wants the window.

    Two starts would both ask the room whether it kept going, and both write its log. The mark of a
    start that was killed is recognised as stale by its process.
    """

    called = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock: QLockFile | None = None
        self._name = ""
        self._server: QLocalServer | None = None

    def claim(self, workspace: Path) -> bool:
        """Take a workspace in place of the present one; False when another start has it."""
        name = _name_of(workspace)
        if name == self._name:
            return True
        lock = QLockFile(QDir.temp().filePath(f"{name}.lock"))
        # It stands for as long as its process lives, however long that is.
        lock.setStaleLockTime(0)
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return False
        self.release()
        # A folder for temporary files that cannot be written to is no reason not to start.
        self._lock, self._name = lock, name
        return True

    def listen(self) -> None:
        """Hear the starts that come later; call it once the window is there."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - not before the first paint

        self._stop_listening()
        # What a killed start left behind would keep the name.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._heard)
        self._server.listen(self._name)

    def call_first(self, workspace: Path) -> bool:
        """Ask the start that has the workspace to come to the front; False when it is silent."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only for a second start

        socket = QLocalSocket()
        socket.connectToServer(_name_of(workspace))
        is_there = socket.waitForConnected(ANSWER_MS)
        socket.disconnectFromServer()
        return is_there

    def release(self) -> None:
        """Let go of the workspace."""
        self._stop_listening()
        if self._lock is not None:
            self._lock.unlock()
        self._lock, self._name = None, ""

    def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _heard(self) -> None:
        if self._server is None:
            return
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnectFromServer()
            connection.deleteLater()
            self.called.emit()


def _name_of(workspace: Path) -> str:
    place = str(workspace.expanduser().resolve()).encode()
    digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
    return f"workshop-studio-{digest.toHex().toStdString()[:24]}"
