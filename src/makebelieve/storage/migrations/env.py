"""Runs the migrations on the connection that the database gives."""

from alembic import context

from makebelieve.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
