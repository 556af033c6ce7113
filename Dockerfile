# syntax=docker/dockerfile:1
# `make prove` runs the same steps without Docker: tests/prove_image.sh. Keep the two alike.

FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY service ./service
COPY models ./models
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /dist . \
    && python -m venv /opt/deckname \
    && /opt/deckname/bin/pip install --no-cache-dir /dist/*.whl \
    && /opt/deckname/bin/pip uninstall --yes pip

FROM python:3.12-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin deckname
COPY --from=build /opt/deckname /opt/deckname
ENV PATH=/opt/deckname/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/ready', timeout=2)"]
# Nothing is written at run time: docker run --read-only works.
ENTRYPOINT ["deckname"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
