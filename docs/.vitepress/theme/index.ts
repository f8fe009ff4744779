import DefaultTheme from 'vitepress/theme-without-fonts'
import BeforeAfter from './BeforeAfter.vue'
import './style.css'

export default {
  extends: DefaultTheme,
  enhanceApp({ app }: { app: import('vue').App }) {
    app.component('BeforeAfter', BeforeAfter)
  },
}
