import type { MantineThemeOverride } from '@mantine/core'

// Colours, sizes and fonts live in theme.css: a theme that carries them would be written into a <style> element,
// which the content security policy refuses. Here stand only the settings that components read as properties.

/** A dialog that stops the page behind it from scrolling by theme.css rather than by an injected style. */
const dialog = {
  lockScroll: false,
  transitionProps: { duration: 120 },
  closeButtonProps: { 'aria-label': '关闭' },
  // The library's <header> would count as a second banner of the page.
  attributes: { content: { 'data-holds-page': true }, header: { role: 'none' } },
}

const field = { inputWrapperOrder: ['label', 'description', 'input', 'error'], withAsterisk: false }

export const theme: MantineThemeOverride = {
  primaryColor: 'red',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { variant: 'default' } },
    Drawer: { defaultProps: { position: 'right', size: 'min(30rem, 100vw)', ...dialog } },
    Modal: { defaultProps: { centered: true, ...dialog } },
    // A list that opens stays inside the page's main part, where those who hear the page look for it.
    Combobox: { defaultProps: { withinPortal: false } },
    TextInput: { defaultProps: field },
    PasswordInput: { defaultProps: field },
    Textarea: { defaultProps: field },
    NativeSelect: { defaultProps: field },
  },
}
