// The one script that every server-drawn page loads: the way out, and the lamp.
import '../../learn/lamp.web.ts'
import './leave.web.ts'
