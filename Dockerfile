# Palabre with its shell commands, its policies and the sample community. Nothing in here needs root.
FROM python:3.13-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/palabre
WORKDIR /src
# The libraries change seldom: they are a layer of their own. Every file is checked against the hash in the lock.
COPY requirements.lock ./
RUN /opt/palabre/bin/pip install --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE config.example.toml ./
COPY adapters adapters
COPY bot bot
COPY migrations migrations
COPY policies policies
COPY examples examples
RUN /opt/palabre/bin/pip install --no-build-isolation --no-deps .

FROM python:3.13-slim

COPY --from=build /opt/palabre /opt/palabre
RUN install --directory --owner=10001 --group=10001 --mode=0750 /data
ENV PATH=/opt/palabre/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/data
# Palabre reads config.toml from the folder where it is started, if there is one, and counts its database's path from
# there too: so /data holds both, and the defaults hold where it is empty.
WORKDIR /data
VOLUME /data
USER 10001:10001
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s CMD ["palabre", "health"]
ENTRYPOINT ["palabre"]
CMD ["--help"]
