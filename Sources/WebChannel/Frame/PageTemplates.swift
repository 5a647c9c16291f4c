import Localization
import Templates

/// The pages' templates and their style, which are part of the program.
enum PageTemplates {
    static func load(_ languages: Languages) throws(TemplateErrors) -> TemplateSets {
        try TemplateSets(
            sources: [
                "top.html.mustache": PackageResources.top_html_mustache,
                "bottom.html.mustache": PackageResources.bottom_html_mustache,
                "steps.html.mustache": PackageResources.steps_html_mustache,
                "files.html.mustache": PackageResources.files_html_mustache,
                "message.html.mustache": PackageResources.message_html_mustache,
                "choices.html.mustache": PackageResources.choices_html_mustache,
                "problem.html.mustache": PackageResources.problem_html_mustache,
                "closed.html.mustache": PackageResources.closed_html_mustache,
                "dashboard.html.mustache": PackageResources.dashboard_html_mustache,
                "project.html.mustache": PackageResources.project_html_mustache,
                "remarks.html.mustache": PackageResources.remarks_html_mustache,
                "versions.html.mustache": PackageResources.versions_html_mustache,
                "exhibits.html.mustache": PackageResources.exhibits_html_mustache,
                "board.html.mustache": PackageResources.board_html_mustache,
                "picture.html.mustache": PackageResources.picture_html_mustache,
                "floorplan.html.mustache": PackageResources.floorplan_html_mustache,
                "menu.html.mustache": PackageResources.menu_html_mustache,
                "itinerary.html.mustache": PackageResources.itinerary_html_mustache,
                "todos.html.mustache": PackageResources.todos_html_mustache,
                "invoices.html.mustache": PackageResources.invoices_html_mustache,
                "invoice.html.mustache": PackageResources.invoice_html_mustache,
                "requests.html.mustache": PackageResources.requests_html_mustache,
                "request.html.mustache": PackageResources.request_html_mustache,
                "passengers.html.mustache": PackageResources.passengers_html_mustache,
                "forms.html.mustache": PackageResources.forms_html_mustache,
                "guests.html.mustache": PackageResources.guests_html_mustache,
                "event-invitation.html.mustache": PackageResources.event_invitation_html_mustache,
                "deliverable.html.mustache": PackageResources.deliverable_html_mustache,
                "invitation.html.mustache": PackageResources.invitation_html_mustache,
                "portal-link.html.mustache": PackageResources.portal_link_html_mustache,
                "sign-in.html.mustache": PackageResources.sign_in_html_mustache,
                "sign-in-code.html.mustache": PackageResources.sign_in_code_html_mustache,
                "sign-in-link.html.mustache": PackageResources.sign_in_link_html_mustache,
                "confirmation.html.mustache": PackageResources.confirmation_html_mustache,
                "undo.html.mustache": PackageResources.undo_html_mustache,
                "muting.html.mustache": PackageResources.muting_html_mustache,
            ],
            names: [
                "problem": ["text"], "closed": ClosedDoor.names, "dashboard": DashboardView.names,
                "project": ProjectView.names, "deliverable": DeliverableView.names,
                "todos": ToDoView.names, "exhibits": ExhibitShelfView.names, "menu": MenuView.names,
                "itinerary": ItineraryView.names, "board": BoardView.names, "floorplan": FloorPlanView.names,
                "picture": PictureView.names,
                "invoices": InvoiceListView.names, "invoice": InvoiceView.names,
                "requests": RequestsView.names, "request": RequestView.names,
                "passengers": PassengersView.names,
                "forms": QuestionnairesView.names,
                "guests": GuestsView.names, "event-invitation": EventInvitationView.names,
                "invitation": InvitationView.names, "portal-link": PortalLinkView.names,
                "sign-in": SignInView.names, "sign-in-code": SignInCodeView.names,
                "sign-in-link": SignInLinkView.names, "confirmation": ConfirmationView.names,
                "undo": UndoView.names, "muting": MutingView.names,
            ].mapValues(Frame.names.merging), languages: languages)
    }
}
