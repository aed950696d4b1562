"""Where a store should not lie: network and cloud-synced folders, which lose or fork a database."""

from __future__ import annotations

from pathlib import Path

_CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "CloudStorage",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "坚果云": "坚果云",
    "nutstore": "坚果云",
    "baidunetdisk": "百度网盘",
    "百度网盘": "百度网盘",
    "wpsdrive": "WPS 云盘",
}
"""How such a folder's name begins → what it is called."""

_NETWORKS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "drvfs", "vboxsf"}
_LOCAL_FUSE = {"fuseblk"}
"""FUSE that is a disk in this machine."""

_MOUNTS = Path("/proc/mounts")


def risky_place(path: Path, mounts: str | None = None) -> str:
    """Return what network or cloud folder a path lies in; empty if none is known.

    A hint, no proof: it goes by the names of folders and by the mounted file system.
    ``mounts`` is the text of /proc/mounts; None reads it where there is one.
    """
    whole = path.expanduser().absolute()
    for part in whole.parts[:-1]:
        name = part.casefold()
        # "OneDrive - Acme", "Dropbox (Personal)", "com~apple~CloudDocs".
        cloud = next((told for key, told in _CLOUDS.items() if name.startswith(key)), "")
        if cloud or "clouddocs" in name:
            return cloud or "iCloud"
    if whole.drive.startswith("\\\\"):
        return whole.drive
    return _network(whole, _read(_MOUNTS) if mounts is None else mounts)


def _network(path: Path, mounts: str) -> str:
    """Return the kind of the mounted file system that holds a path, if it is a network's."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _device, folder, found, *_rest = (*line.split(" "), "", "", "")
        # Blanks and tabs of a path are written as octal there.
        point = Path(folder.replace("\\040", " ").replace("\\011", "\t"))
        if folder and path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), found
    is_fuse = kind.startswith("fuse") and kind not in _LOCAL_FUSE
    return kind if kind in _NETWORKS or is_fuse else ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
