/** What makes a form of the search a tool for the agent of a browser (WebMCP), which fills it in and sends it. `about` says what it does. */
export function searchTool(about: string): Readonly<Record<string, string>> {
  return { toolname: 'search_pages', tooldescription: about, toolautosubmit: '' };
}

/** What such an agent is told of a field. */
export function toolField(about: string): Readonly<Record<string, string>> {
  return { toolparamdescription: about };
}
