//! What stands around the view: the controls, the timeline, the bar at the top, dialogs.

mod question;
