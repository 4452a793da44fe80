using Microsoft.Playwright;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>Every screen there is, in the order of the walk. A new page belongs here: the walk says so when one is missing.</summary>
internal static class Screens
{
    private const string Wrong = "not the password";
    private const string NewPassword = "walking a Blue elephant";

    /// <summary>Pages that nobody sees by their own address, or that are files.</summary>
    public static readonly IReadOnlyList<string> NeverSeen = ["error", "language", "support-contact-choices", "accounts/export.csv", "problem-reports/{id:guid}/files/{fileId:guid}", "settings/messages/{message}/{channel}/preview", "settings/messages/tests/{id:guid}", "support-invitations/preview", "media/items.json", "media/{id:guid}/{part}"];

    /// <summary>Pages that exist in development only.</summary>
    public const string ForDevelopers = "dev/";

    public static readonly IReadOnlyList<Screen> SignedOut =
    [
        new("sign-in", "/sign-in"),
        new("sign-in-ended", "/sign-in?ended=true"),
        new("sign-in-empty", async (person, _) =>
        {
            await person.GoAsync("/sign-in");
            await person.SubmitAsync();
        }),
        new("sign-in-wrong", (person, _) => person.TryToSignInAsync("nobody@example.com", Wrong)),
        new("sign-in-locked", (person, stage) => person.TryToSignInAsync(stage.Locked.Email, Wrong)),
        new("reset-ask", "/reset-password"),
        new("reset-ask-empty", async (person, _) =>
        {
            await person.GoAsync("/reset-password");
            await person.SubmitAsync();
        }),
        new("reset-sent", async (person, stage) =>
        {
            await person.GoAsync("/reset-password");
            await person.Page.FillAsync("#Form_Email", stage.Locked.Email);
            await person.SubmitAsync();
        }),
        new("reset-new", async (person, stage) => await person.GoAsync(await stage.LinkToAsync(stage.Locked))),
        new("reset-new-wrong", async (person, _) =>
        {
            await person.Page.FillAsync("#Form_NewPassword", "password");
            await person.Page.FillAsync("#Repeated", "password");
            await person.SubmitAsync();
        }),
        new("reset-saved", async (person, _) =>
        {
            await person.Page.FillAsync("#Form_NewPassword", NewPassword);
            await person.Page.FillAsync("#Repeated", NewPassword);
            await person.SubmitAsync();
        }),
        new("reset-used", async (person, stage) => await person.GoAsync(await stage.LinkToAsync(stage.Locked))),
        new("activation", (person, stage) => person.GoAsync(stage.ActivationPath)),
        new("activation-wrong", async (person, _) =>
        {
            await person.Page.FillAsync("#Form_Password", NewPassword);
            await person.SubmitAsync();
        }),
        new("activation-replaced", (person, stage) => person.GoAsync(stage.ReplacedActivationPath)),
        new("activation-unknown", "/activate/nothing"),
        new("error-not-found", "/nothing-is-here"),
        new("report-signed-out", "/report-a-problem"),
        new("report-signed-out-wrong", async (person, _) =>
        {
            await person.GoAsync("/report-a-problem");
            await person.SubmitAsync();
        }),
        new("report-signed-out-sent", async (person, stage) =>
        {
            await person.GoAsync("/report-a-problem");
            await person.Page.FillAsync("#Form_Name", stage.Member.Name);
            await person.Page.FillAsync("#Form_Email", "nobody@example.com");
            await person.Page.FillAsync("#Form_Other", Stage.Application);
            await person.Page.FillAsync("#Form_Summary", Stage.Summary);
            await person.Page.FillAsync("#Form_Description", Stage.Summary);
            await person.SubmitAsync();
        }),
        new("report-status", async (person, stage) => await person.GoAsync(await stage.StatusPathAsync())),
        new("report-status-dead", "/report-status/nothing"),
        new("sender-link-dead", "/confirm-sender/nothing"),
    ];

    /// <summary>What a guest sees between the link and the call, in the language of the invitation.</summary>
    public static readonly IReadOnlyList<Screen> Guests =
    [
        new("guest-link", async (person, stage) => await person.GoAsync(await stage.GuestPathAsync())),
        new("guest-terms", (person, _) => person.SubmitAsync(".guest-start")),
        new("guest-goodbye", (person, _) => person.GoAsync(person.Path.Replace("/terms", "/goodbye", StringComparison.Ordinal))),
        new("guest-declined", async (person, _) =>
        {
            await person.GoAsync(person.Path.Replace("/goodbye", "/terms", StringComparison.Ordinal));
            await person.SubmitAsync("form[action*=Decline] button");
        }),
        new("guest-link-unknown", "/join/nothing"),
        new("guest-call", async (person, stage) =>
        {
            await person.GoAsync(await stage.GuestPathAsync());
            await person.SubmitAsync(".guest-start");
            await person.SubmitAsync(".guest-start");
            // Nobody allows this browser a camera: the coach says so.
            await person.Page.Locator("[data-coach]").WaitForAsync();
        }),
        new("guest-left", (person, _) => person.ArriveAsync(() => person.Page.Locator("[data-do=hang-up]").ClickAsync())),
    ];

    public static readonly IReadOnlyList<Screen> SignedIn =
    [
        new("home", "/"),
        new("menu", async (person, _) =>
        {
            await person.GoAsync("/");
            await person.Page.Locator(".topbar summary").ClickAsync();
        }),
        new("navigation", async (person, _) =>
        {
            await person.GoAsync("/");
            if (await person.Page.Locator(".navigation-open").IsVisibleAsync()) await person.Page.Locator(".navigation-open").ClickAsync();
        }),
        new("sessions", "/sessions"),
        new("sessions-ended", async (person, _) =>
        {
            await person.GoAsync("/sessions");
            await person.SubmitAsync("form[action*=EndOthers] button");
        }),
        new("profile", "/profile"),
        new("profile-wrong", async (person, _) =>
        {
            await person.GoAsync("/profile");
            await person.Page.FillAsync("#Form_Name", "");
            await person.SubmitAsync();
        }),
        new("profile-wrong-password", async (person, _) =>
        {
            await person.GoAsync("/profile");
            await person.Page.FillAsync("#Password_CurrentPassword", Wrong);
            await person.Page.FillAsync("#Password_NewPassword", "short");
            await person.SubmitAsync("form[action*=Password] button:not([type=button])");
        }),
        new("locked-accounts", async (person, stage) =>
        {
            await stage.LockAsync();
            await person.GoAsync("/locked-accounts");
        }),
        new("locked-accounts-empty", async (person, _) =>
        {
            await person.GoAsync("/locked-accounts");
            await person.SubmitAsync("form[action*=Unlock] button");
        }),
    ];

    /// <summary>The partner's side of Remote Support.</summary>
    public static readonly IReadOnlyList<Screen> Supporting =
    [
        new("support-hub", "/support-hub"),
        new("support-hub-found", async (person, _) =>
        {
            await person.GoAsync("/support-hub");
            await person.Page.Locator("#query").PressSequentiallyAsync("rossi");
            await person.Page.Locator("#results .row").First.WaitForAsync();
        }),
        new("support-hub-panel", async (person, _) =>
        {
            await person.GoAsync("/support-hub?query=legnami");
            await person.Page.Locator("#results a[data-panel]").ClickAsync();
            await person.Page.Locator("#panel[open] form.form").WaitForAsync();
        }),
        new("support-hub-nothing", "/support-hub?query=4711-0815"),
        new("support-hub-refused", async (person, stage) =>
        {
            await person.GoAsync("/support-hub?query=trasporti");
            await stage.Tenant.RunAsync("update organizations set status = 'suspended' where id = @id", new { id = stage.Customers[Stage.AtOnce] });
            await person.Page.EvaluateAsync("() => document.querySelector('#results form').removeAttribute('target')");
            await person.SubmitAsync("#results form button");
            await stage.Tenant.RunAsync("update organizations set status = 'active' where id = @id", new { id = stage.Customers[Stage.AtOnce] });
        }),
        new("request-access-waiting", (person, stage) => person.GoAsync($"/support-hub/request-access/{stage.Customers[Stage.Asked]}")),
        new("request-access", (person, stage) => person.GoAsync($"/support-hub/request-access/{stage.Customers[Stage.ToBeAsked]}")),
        new("request-access-at-once", (person, stage) => person.GoAsync($"/support-hub/request-access/{stage.Customers[Stage.AtOnce]}")),
        new("accounts", "/accounts"),
        new("accounts-found", async (person, _) =>
        {
            await person.GoAsync("/accounts");
            await person.Page.Locator("#query").PressSequentiallyAsync("rossi v");
            await Assertions.Expect(person.Page.Locator("#accounts tbody tr")).ToHaveCountAsync(1);
        }),
        new("accounts-nothing", "/accounts?query=4711-0815&status=active"),
        new("accounts-no-fit", "/accounts?managedBy=service_provider&status=suspended"),
        new("account", (person, stage) => person.GoAsync($"/accounts/{stage.Customers[Stage.Asked]}")),
        new("account-at-once", async (person, stage) =>
        {
            await person.GoAsync($"/accounts/{stage.Customers[Stage.AtOnce]}");
            await person.Page.Locator("#managed-by summary").ClickAsync();
        }),
        new("account-suspended", (person, stage) => person.GoAsync($"/accounts/{stage.Customers[Stage.Suspended]}")),
        new("account-wrong", async (person, stage) =>
        {
            await person.GoAsync($"/accounts/{stage.Customers[Stage.Asked]}");
            await person.Page.FillAsync("#Form_Name", "");
            await person.Page.FillAsync("#Form_Numbers", "12");
            await person.SubmitAsync("form:has(#Form_Name) button");
        }),
        new("account-changed-meanwhile", async (person, stage) =>
        {
            await person.GoAsync($"/accounts/{stage.Customers[Stage.Asked]}");
            await person.Page.FillAsync("#Form_Numbers", "+39 06 698 1234");
            await stage.Tenant.RunAsync("update organizations set customer_reference = '42-4711' where id = @id", new { id = stage.Customers[Stage.Asked] });
            await person.SubmitAsync("form:has(#Form_Name) button");
        }),
        new("account-remote-support", (person, stage) => person.GoAsync($"/accounts/{stage.Customers[Stage.Asked]}/remote-support")),
        new("account-remote-support-empty", (person, stage) => person.GoAsync($"/accounts/{stage.Customers[Stage.Suspended]}/remote-support")),
        new("account-new", "/accounts/new"),
        new("account-new-wrong", async (person, _) =>
        {
            await person.GoAsync("/accounts/new");
            await person.Page.CheckAsync("[name=ManagedBy][value=customer]");
            await person.SubmitAsync("form.new-account .form-end button");
        }),
        new("imports", "/accounts/import"),
        new("imports-wrong", async (person, _) =>
        {
            await person.GoAsync("/accounts/import");
            await person.SubmitAsync("form[action*=Check] .form-end button");
        }),
        new("import-waiting", async (person, _) =>
        {
            await person.GoAsync("/accounts/import");
            await person.Page.SetInputFilesAsync("#Csv", new FilePayload { Name = "4711-0815", MimeType = "text/csv", Buffer = "name,customer_reference,country,language,managed_by,support_contacts\n"u8.ToArray() });
            await person.SubmitAsync("form[action*=Check] .form-end button");
        }),
        new("import-checked", async (person, stage) =>
        {
            var import = await stage.Tenant.SingleAsync<Guid>("select id from organization_imports order by id desc limit 1");
            await stage.Tenant.RunAsync(
                """
                update organization_imports set state = 'done', due_at = null, ended_at = asked_at, rows_done = 1200, bytes_done = file_size, created = 1000, changed = 100, unchanged = 98, faulty = 2 where id = @import;
                insert into organization_import_faults (import_id, line, position, name, column_name, value, reason)
                values (@import, 17, 0, @name, 'numbers', '12', '–'), (@import, 1018, 0, null, null, null, '–')
                """,
                new { import, name = Stage.Suspended });
            await person.GoAsync($"/accounts/import/{import}");
        }),
    ];

    /// <summary>Problem reports, on the partner's side.</summary>
    public static readonly IReadOnlyList<Screen> Reporting =
    [
        new("problem-reports", "/problem-reports"),
        new("problem-reports-nothing", "/problem-reports?state=resolved"),
        new("problem-report", (person, stage) => person.GoAsync($"/problem-reports/{stage.Report}")),
        new("problem-report-taken", async (person, stage) =>
        {
            await person.GoAsync($"/problem-reports/{stage.Report}");
            if (await person.Page.Locator("form[action*=Take] button").IsVisibleAsync()) await person.SubmitAsync("form[action*=Take] button");
        }),
        new("problem-report-empty-reply", async (person, stage) =>
        {
            await person.GoAsync($"/problem-reports/{stage.Report}");
            await person.SubmitAsync("form[action*=Reply] button:not([type=button])");
        }),
        new("account-problem-reports", (person, stage) => person.GoAsync($"/accounts/{stage.Customers[Stage.Asked]}/problem-reports")),
        new("brand", "/settings/brand"),
        new("brand-hard-to-read", async (person, _) =>
        {
            await person.GoAsync("/settings/brand");
            await person.Page.FillAsync("#Form_AccentColor", "#ffd600");
            await person.Page.WaitForSelectorAsync(".accent-offer");
        }),
        new("brand-wrong", async (person, _) =>
        {
            await person.GoAsync("/settings/brand");
            await person.Page.FillAsync("#Form_Name", "");
            await person.Page.FillAsync("#Form_ImprintUrl", "example.com");
            await person.SubmitAsync("#brand .form-end button:not([data-without-script])");
        }),
        new("delivery", "/settings/delivery"),
        new("delivery-wrong", async (person, _) =>
        {
            await person.GoAsync("/settings/delivery");
            await person.Page.CheckAsync("[name='Mail.Server'][value=own]");
            await person.SubmitAsync("form[action*='handler=Mail'] .form-end button");
        }),
        new("delivery-sms-wrong", async (person, _) =>
        {
            await person.GoAsync("/settings/delivery");
            await person.Page.CheckAsync("[name='Sms.Gateway'][value=kannel]");
            await person.SubmitAsync("form[action*='handler=Sms'] .form-end button");
        }),
        new("delivery-check", async (person, _) =>
        {
            await person.GoAsync("/settings/delivery");
            await person.SubmitAsync("form[action*='handler=Check'] button");
        }),
        new("messages", "/settings/messages"),
        new("messages-nothing", "/settings/messages?query=4711-0815"),
        new("message-editor", async (person, _) =>
        {
            await person.GoAsync("/settings/messages/access-requested/email?language=de");
            await person.Page.Locator("iframe[name^=template-preview-]").WaitForAsync();
        }),
        new("message-editor-wrong", async (person, _) =>
        {
            await person.GoAsync("/settings/messages/invitation/sms?language=de");
            await person.Page.Locator(".cm-content").First.FillAsync("ç {{ invitor }}");
            await person.Page.Locator("#faults-text .field-error").First.WaitForAsync();
        }),
        new("message-versions-empty", "/settings/messages/invitation/sms/versions?language=it"),
        new("message-versions", async (person, _) =>
        {
            await person.GoAsync("/settings/messages/access-requested/email?language=it");
            await person.Page.Locator(".cm-content").First.FillAsync("{{ requester }} {{ organization }}");
            await person.SubmitAsync("#template-form .form-end button");
            await person.GoAsync("/settings/messages/access-requested/email/versions?language=it&version=1");
        }),
        new("applications", "/settings/applications"),
        new("applications-wrong", async (person, _) =>
        {
            await person.GoAsync("/settings/applications");
            await person.SubmitAsync("form[action*=Add] button");
        }),
        new("users", "/settings/users"),
        new("users-nobody", "/settings/users?query=4711-0815"),
        new("users-wrong", async (person, _) =>
        {
            await person.GoAsync("/settings/users");
            await person.SubmitAsync("form[action*=Invite] button");
        }),
        new("user-deactivate", async (person, stage) =>
        {
            await person.GoAsync($"/settings/users/{stage.Locked.Id}");
            await person.Page.Locator("details.confirm > summary").ClickAsync();
        }),
        new("user-invited", (person, stage) => person.GoAsync($"/settings/users/{stage.Invited.Id}")),
        new("user-last-admin", async (person, stage) =>
        {
            await person.GoAsync($"/settings/users/{stage.Admin.Id}");
            await person.Page.Locator("details.confirm > summary").ClickAsync();
            await person.SubmitAsync("details.confirm form button");
        }),
        new("invitations", "/support-invitations"),
        new("invitations-nothing", "/support-invitations?query=4711-0815"),
        new("invitation-new", "/support-invitations/new"),
        new("invitation-new-wrong", async (person, _) =>
        {
            await person.GoAsync("/support-invitations/new");
            await person.SubmitAsync(".invitation-form .form-end button:not([formaction])");
        }),
        new("invitation-new-sms", async (person, _) =>
        {
            await person.GoAsync("/support-invitations/new");
            await person.Page.CheckAsync("#channel-sms");
            await person.Page.Locator(".invitation-bubble").WaitForAsync();
        }),
        new("invitation-over", (person, stage) => person.GoAsync($"/support-invitations/{stage.Call}")),
        new("invitation", async (person, stage) =>
        {
            await person.GoAsync($"/support-invitations/{await stage.InviteAsync()}");
            await person.Page.Locator(".invitation-code summary").ClickAsync();
        }),
        new("calls", "/calls"),
        new("calls-nothing", "/calls?invitee=4711-0815"),
        new("call", (person, stage) => person.GoAsync($"/calls/{stage.Call}")),
        new("call-room", async (person, stage) =>
        {
            await person.GoAsync($"/calls/{stage.RunningCall}/room");
            await person.Page.Locator("[data-coach]").WaitForAsync();
        }),
        new("delivery-log", "/settings/delivery-log"),
        new("delivery-log-nothing", "/settings/delivery-log?recipient=4711-0815"),
        new("delivery-log-message", async (person, _) =>
        {
            await person.GoAsync("/settings/delivery-log?message=problem-reported");
            await person.Page.Locator("#messages th a").First.ClickAsync();
        }),
        new("limits", "/settings/limits"),
        new("media", "/media"),
        new("media-none", "/media?kind=video"),
        new("media-nothing-fits", "/media?query=0815"),
        new("media-item", (person, stage) => person.GoAsync($"/media/{stage.Media}")),
        new("media-item-nameless", async (person, _) =>
        {
            await person.Page.FillAsync("#Form_Name", "");
            await person.SubmitAsync("form[action*='Rename'] button");
        }),
        new("media-deleted", (person, stage) => person.GoAsync($"/media?deleted={stage.Media}")),
        new("account-contacts", (person, stage) => person.GoAsync(ContactsOf(stage))),
        new("account-contacts-found", async (person, stage) =>
        {
            await person.GoAsync(ContactsOf(stage));
            await person.Page.Locator(".contact-remove").First.ClickAsync();
            await person.Page.Locator("#ContactsTyped").PressSequentiallyAsync("mar");
            await person.Page.Locator("#contacts-options [role=option]").First.WaitForAsync();
            await person.Page.Locator("#ContactsTyped").PressAsync("ArrowDown");
        }),
        new("account-contacts-wrong", async (person, stage) =>
        {
            await person.GoAsync(ContactsOf(stage));
            await person.Page.FillAsync("#ContactsTyped", "4711@");
            await person.SubmitAsync("#contacts-form .form-end button");
        }),
        new("account-contacts-both", async (person, stage) =>
        {
            await person.GoAsync(ContactsOf(stage));
            await person.Page.Locator(".contact-remove").First.ClickAsync();
            await stage.SaveContactsAsync(Stage.ToBeAsked);
            await person.SubmitAsync("#contacts-form .form-end button");
        }),
    ];

    private static string ContactsOf(Stage stage) => $"/accounts/{stage.Customers[Stage.ToBeAsked]}/support-contacts";

    /// <summary>The organization's portal, as its owner sees it.</summary>
    public static readonly IReadOnlyList<Screen> Owning =
    [
        new("owner-home", "/"),
        new("remote-support-pending", "/manage/remote-support"),
        new("remote-support-active", async (person, _) =>
        {
            await person.GoAsync("/manage/remote-support");
            await person.SubmitAsync("form[action*=Approve] button");
        }),
        new("account-information", "/manage/account-information"),
        new("account-information-wrong", async (person, _) =>
        {
            await person.GoAsync("/manage/account-information");
            await person.Page.FillAsync("#Form_Name", "");
            await person.Page.FillAsync("#Numbers", "12");
            await person.SubmitAsync("main form.form button:not([type=button])");
        }),
        new("support-contacts", "/manage/support-contacts"),
        new("support-contacts-found", async (person, _) =>
        {
            await person.GoAsync("/manage/support-contacts");
            await person.Page.Locator("#ContactsTyped").PressSequentiallyAsync("desk@rossi.example");
            await person.Page.Locator(".contacts-found button").First.WaitForAsync();
        }),
        new("support-contacts-closed", async (person, stage) =>
        {
            await stage.Tenant.RunAsync("update organizations set created_by = 'operator' where id = @id", new { id = stage.Customers[Stage.Asked] });
            await person.GoAsync("/manage/support-contacts");
            await stage.Tenant.RunAsync("update organizations set created_by = 'partner' where id = @id", new { id = stage.Customers[Stage.Asked] });
        }),
        new("members", "/manage/members"),
        new("members-wrong", async (person, _) =>
        {
            await person.GoAsync("/manage/members");
            await person.SubmitAsync("form[action*=Invite] button");
        }),
        new("presence-empty", "/manage/presence"),
        new("own-problem-reports", "/problem-reports"),
        new("own-problem-report", (person, stage) => person.GoAsync($"/problem-reports/{stage.Report}")),
        new("report-a-problem", "/problem-reports/new?from=/manage/members"),
        new("report-a-problem-wrong", async (person, _) =>
        {
            await person.GoAsync("/problem-reports/new?from=/manage/members");
            await person.SubmitAsync("main form.form button:not([type=button])");
        }),
        new("audit-trail", "/manage/audit-trail"),
    ];

    /// <summary>The same portal in a remote login, under its banner.</summary>
    public static readonly IReadOnlyList<Screen> Inside =
    [
        new("remote-home", "/"),
        new("remote-members", "/manage/members"),
        new("remote-support-contacts", "/manage/support-contacts"),
        new("remote-account-information", "/manage/account-information"),
        new("remote-remote-support", "/manage/remote-support"),
        new("remote-audit-trail", "/manage/audit-trail"),
        new("remote-problem-reports", "/problem-reports"),
        new("remote-report-a-problem", "/problem-reports/new?from=/"),
        new("remote-not-found", "/nothing-is-here"),
        new("remote-ended", async (person, stage) =>
        {
            // An open page would leave by itself, in the middle of the next step.
            await person.Page.GotoAsync("about:blank");
            await stage.Tenant.RunAsync("update sessions set ended_at = @now, end_reason = 'ended_by_customer' where acting_as is not null and tenant_id = @Id", new { now = stage.Tenant.Now, stage.Tenant.Id });
            await person.GoAsync("/");
        }),
    ];
}
