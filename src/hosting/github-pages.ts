/** A workflow that builds the site and publishes it on GitHub Pages. The path of the site is that of \`url\` in \`site.yaml\`. */
export const pagesWorkflow = `# Made by \`kb hosting pages\`. Publishes when the variable PAGES of the repository is \`on\`.
# \`url\` in site.yaml says below which path the site lies: https://<owner>.github.io/<repository>/
name: Pages
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  build:
    if: vars.PAGES == 'on'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - uses: actions/configure-pages@v5
        id: pages
      - run: npm ci --omit=dev --no-audit --no-fund
      - run: npm audit signatures
      - run: npm run build
      - name: The address in site.yaml is the one of these pages
        run: npm run -s kb -- hosting base --dir dist | grep -Fx "\${BASE:-}/"
        env:
          BASE: \${{ steps.pages.outputs.base_path }}
      - run: npm run kb -- verify dist
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
  deploy:
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/deploy-pages@v4
        id: deployment
`;
