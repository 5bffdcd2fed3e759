"""Samba's smbd on a port of its own, in a folder of its own: two shares, one user."""
import os
import shutil
import socket
import subprocess
import tempfile
import time

USER, PASSWORD = "games", "wyre-secret"  # an account of every Debian; the password is Samba's own
CONFIGURATION = """
[global]
    interfaces = 127.0.0.1
    bind interfaces only = yes
    smb ports = {port}
    disable netbios = yes
    private dir = {folder}/private
    lock directory = {folder}/lock
    state directory = {folder}/state
    cache directory = {folder}/cache
    pid directory = {folder}/pid
    ncalrpc dir = {folder}/ncalrpc
    log file = {folder}/log
    server min protocol = NT1
    server signing = mandatory
    ntlm auth = yes
    load printers = no
    disable spoolss = yes
[files]
    path = {folder}/files
    read only = no
[sealed]
    path = {folder}/files
    read only = no
    smb encrypt = required
"""


def missing():
    """What this machine lacks to run it, or None."""
    if shutil.which("smbd") is None or shutil.which("smbpasswd") is None:
        return "no smbd (Debian: samba)"
    if os.geteuid() != 0:
        return "smbd wants root"
    return None


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Smbd:
    def __init__(self):
        self.port = free_port()

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="wyre-smbd-")
        os.chmod(self.folder, 0o755)
        for name in ("private", "lock", "state", "cache", "pid", "ncalrpc", "files"):
            os.mkdir(os.path.join(self.folder, name), 0o755)
        os.chmod(os.path.join(self.folder, "files"), 0o777)
        configuration = os.path.join(self.folder, "smb.conf")
        with open(configuration, "w", encoding="ascii") as file:
            file.write(CONFIGURATION.format(port=self.port, folder=self.folder))
        subprocess.run(["smbpasswd", "-c", configuration, "-s", "-a", USER], timeout=30, check=True,
                       input=f"{PASSWORD}\n{PASSWORD}\n".encode(), stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            ["smbd", "--foreground", "--no-process-group", "-s", configuration],
            start_new_session=True,  # at its end it signals its whole process group
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait()
        return self

    def wait(self):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"smbd does not listen; its log is {self.folder}/log")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)
