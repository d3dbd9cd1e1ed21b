"""The worlds family: /v1/worlds, /v1/sessions and what plays them."""
