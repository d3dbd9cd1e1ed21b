"""Hosts that run the simulation core (one JavaScript bundle) inside Python."""

from makebelieve.engine.bundle import bundle_path
from makebelieve.engine.hosts import HOSTS, HostChoice, HostStatus, choose_host, host_status, open_engine
from makebelieve.engine.pool import EnginePool
from makebelieve.engine.process import ProcessEngine
from makebelieve.engine.protocol import Engine, EngineDied, EngineError, EngineTimeout, EngineUnavailable, HostName

__all__ = [
    "HOSTS",
    "Engine",
    "EngineDied",
    "EngineError",
    "EnginePool",
    "EngineTimeout",
    "EngineUnavailable",
    "HostChoice",
    "HostName",
    "HostStatus",
    "ProcessEngine",
    "bundle_path",
    "choose_host",
    "host_status",
    "open_engine",
]
