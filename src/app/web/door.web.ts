// The one script that every server-drawn page loads: the way out, the lamp, and a form that keeps its words.
import '../../find/write.web.ts'
import '../../learn/lamp.web.ts'
import './leave.web.ts'
