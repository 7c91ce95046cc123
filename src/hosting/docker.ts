/**
 * A Dockerfile for the project: builds the site, then serves it with nginx as a user without rights, from an image that needs
 * no writable disk but `/tmp`.
 */
export const dockerfile = `# Made by \`kb hosting docker\`. Build: docker build -f .deploy/Dockerfile -t help .
# Run: docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -p 8080:8080 help
FROM node:24-bookworm-slim AS build
WORKDIR /project
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
ARG KB_CONTENT=content
ENV KB_CONTENT=$KB_CONTENT ASTRO_TELEMETRY_DISABLED=1
RUN npm run build -- --outDir /site \\
 && npm run kb -- compress --dir /site \\
 && npm run -s kb -- hosting nginx --dir /site --root /site --port 8080 > /nginx.conf \\
 && npm run kb -- verify /site

FROM nginxinc/nginx-unprivileged:1.28-alpine-slim
COPY --from=build /nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /site /site
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1
`;

/** What must not get into the image: what the machine has of its own. */
export const dockerignore = `# Made by \`kb hosting docker\`.
.git
.cache
.astro
dist
dist-*
node_modules
test-results
`;
