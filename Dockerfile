# docker build -t cvpress .
# docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/cv" cvpress render profile.yaml

FROM python:3.13-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --quiet --wheel-dir /wheels .

FROM python:3.13-slim
LABEL org.opencontainers.image.title="cvpress" \
      org.opencontainers.image.description="One profile file under version control: validated in CI, rendered as a PDF and an HTML CV." \
      org.opencontainers.image.licenses="MIT"

# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*

RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels /wheels/cvpress-*.whl

# Any user may run it, with or without a home; fontconfig keeps its cache where all may write.
ENV XDG_CACHE_HOME=/tmp/.cache PYTHONDONTWRITEBYTECODE=1
USER 1000:1000
WORKDIR /cv
ENTRYPOINT ["cvpress"]
CMD ["--help"]
