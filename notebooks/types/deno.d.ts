// What the notebooks use of Deno.

declare namespace Deno {
  namespace jupyter {
    /** Shows an object; with `raw` it is a text a MIME type. */
    function display(object: Readonly<Record<string, string>>, options: { raw: true }): Promise<void>
  }
}
