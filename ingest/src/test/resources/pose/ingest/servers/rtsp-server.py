"""An RTSP server for tests: rtsp-server.py PORT CAMERAS LAUNCH_LINE USER:PASSWORD|''. Ends when its input ends."""

import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402


def demand(server, login):
    user, password = login.split(":", 1)
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    server.set_auth(auth)


def camera(launch_line, login):
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(launch_line)
    factory.set_shared(True)
    factory.set_latency(0)
    if login:
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
    return factory


def main(port, cameras, launch_line, login):
    Gst.init(None)
    loop = GLib.MainLoop()
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(port)
    if login:
        demand(server, login)
    for number in range(int(cameras)):
        server.get_mount_points().add_factory(f"/camera{number}", camera(launch_line, login))
    if server.attach(None) == 0:
        sys.exit(f"port {port} cannot be listened on")
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_HUP | GLib.IO_ERR, lambda *_: loop.quit())
    loop.run()


main(*sys.argv[1:])
