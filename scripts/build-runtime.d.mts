/** The text of the script that makes a report's drawings live. */
export function bundleRuntime(): Promise<string>
