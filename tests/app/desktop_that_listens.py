"""A desktop's session manager on a bus: says who wants to stay awake, and who no longer does.

As GNOME's own does, it forgets the wishes of a connection that is gone.
"""

from __future__ import annotations

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_method_return,
)
from jeepney.io.blocking import Proxy, open_dbus_connection

NAME = "org.gnome.SessionManager"
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


def main():
    connection = open_dbus_connection("SESSION")
    bus = Proxy(message_bus, connection)
    bus.AddMatch(MatchRule(type="signal", sender=BUS.bus_name, member="NameOwnerChanged"))
    bus.RequestName(NAME)
    print("listening", flush=True)
    wishes = {}
    while True:
        message = connection.receive()
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if message.header.message_type is MessageType.method_call and member == "Inhibit":
            cookie = 100 + len(wishes)
            wishes[cookie] = fields[HeaderFields.sender]
            connection.send(new_method_return(message, "u", (cookie,)))
            print("inhibited", message.body[3], flush=True)
        elif message.header.message_type is MessageType.method_call and member == "Uninhibit":
            wishes.pop(message.body[0])
            connection.send(new_method_return(message))
            print("uninhibited", flush=True)
        elif member == "NameOwnerChanged" and not message.body[2]:
            lost = [cookie for cookie, owner in wishes.items() if owner == message.body[0]]
            for cookie in lost:
                del wishes[cookie]
                print("forgotten", flush=True)


main()
