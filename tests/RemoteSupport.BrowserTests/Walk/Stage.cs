using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>
/// What stands ready for a walk through all pages: a brand, an administrator on several devices, somebody locked out, somebody invited, and customers: one
/// that was asked for access, one to be asked, one that is entered at once, one that is suspended.
/// </summary>
internal sealed class Stage
{
    public const string Asked = "Rossi Impianti Srl";
    public const string ToBeAsked = "Rossi Legnami Srl";
    public const string AtOnce = "Rossi Trasporti Srl";
    public const string Suspended = "Rossi Vini Srl";
    private const string BrandName = "Nordlicht Systems";
    public const string Application = "Rossi Lager";
    public const string Summary = "Rossi 12 piept";
    private const string Description = "Rossi 12 – 4711";
    private const string Note = "42 – 4711";
    private const string Contact = "help@rossi.example";
    private const string Picture = "4711.png";
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private const string OtherContact = "desk@rossi.example";

    private static readonly string[] Devices =
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    ];

    private Stage(TestTenant tenant) => Tenant = tenant;

    public TestTenant Tenant { get; }

    /// <summary>Of the walk.</summary>
    private string Language { get; init; } = "en";

    public required TestAccount Admin { get; init; }

    public required TestAccount Locked { get; init; }

    public required TestAccount Invited { get; init; }

    public required TestAccount Owner { get; init; }

    public required TestAccount Member { get; init; }

    /// <summary>Customers by name: asked, to be asked, entered at once, suspended.</summary>
    public required IReadOnlyDictionary<string, Guid> Customers { get; init; }

    /// <summary>What the owner has reported; the administrator is the Support Contact.</summary>
    public Guid Report { get; private set; }

    /// <summary>What the administrator keeps in the library.</summary>
    public Guid Media { get; private set; }

    /// <summary>A call of the administrator's that runs; its guest is away at the moment.</summary>
    public Guid RunningCall { get; } = Guid.CreateVersion7(PortalNode.Start - TimeSpan.FromMinutes(5));

    /// <summary>A call of the administrator's that is over, in which something went wrong; a later one was missed.</summary>
    public Guid Call { get; } = Guid.CreateVersion7(PortalNode.Start - TimeSpan.FromHours(1));

    /// <summary>Where the mails' links lead, without the host.</summary>
    public required string ActivationPath { get; init; }

    /// <summary>An older link, which the newer one replaced.</summary>
    public required string ReplacedActivationPath { get; init; }

    /// <summary>Words that are data, not the product's, longest first.</summary>
    public IReadOnlyList<string> Data =>
    [
        .. new[]
        {
            BrandName, Admin.Name, Admin.Email, Locked.Name, Locked.Email, Invited.Name, Invited.Email, Initials(Admin.Name), "nobody@example.com",
            Owner.Name, Owner.Email, Member.Name, Member.Email, Initials(Owner.Name), Note, Application, Summary, Description, Asked, ToBeAsked, AtOnce, Suspended,
            Contact, OtherContact, Picture, "70 B", "10 GB", "https://sms.example.com/cgi-bin/sendsms", "smtp.example.com", "Kannel (sendsms)", "https://",
        }.Concat(Customers.Values.Select(id => id.ToString())).OrderByDescending(word => word.Length),
    ];

    /// <summary>The path of the link that somebody has been sent.</summary>
    public async Task<string> LinkToAsync(TestAccount account) => (await Tenant.MessagesToAsync(account.Email)).SelectMany(message => message.Paths).Single();

    /// <summary>Where the confirmation of the owner's report leads.</summary>
    public async Task<string> StatusPathAsync() => (await Tenant.MessagesToAsync(Owner.Email)).First(message => message.Message == "problem-report-received").Paths.Single();

    public static async Task<Stage> SetAsync(TestTenant tenant, string? language)
    {
        await DressAsync(tenant);
        var invited = await NameAsync(tenant, await tenant.AddPartnerUserAsync(status: "invited", language: language), "Lucía Fernández");
        var customers = await AddCustomersAsync(tenant);
        var stage = new Stage(tenant)
        {
            Language = language ?? "en",
            Invited = invited,
            ReplacedActivationPath = await Invitation.SendAsync(tenant, invited),
            ActivationPath = await Invitation.SendAsync(tenant, invited),
            Admin = await NameAsync(tenant, await tenant.AddPartnerUserAsync("admin", language: language), "Mara Rinaldi"),
            Locked = await NameAsync(tenant, await tenant.AddPartnerUserAsync(language: language), "Jonas Weber"),
            Customers = customers,
            Owner = await NameAsync(tenant, await tenant.AddMemberAsync(customers[Asked], "owner", language: language), "Elena Rossi"),
            Member = await NameAsync(tenant, await tenant.AddMemberAsync(customers[Asked], language: language), "Paolo Neri"),
        };
        await stage.AskAsync();
        await stage.AddContactsAsync();
        await stage.ReportAsync();
        await stage.KeepAsync();
        await stage.CallAsync();
        foreach (var device in Devices) await new Browser(tenant, "en") { UserAgent = device }.SignInAsync(stage.Admin.Email);
        await stage.LockAsync();
        return stage;
    }

    public async Task LockAsync()
    {
        for (var i = 1; i <= 5; i++) await Tenant.Call().TrySignInAsync(Locked.Email, "not the password");
    }

    /// <summary>The administrator enters the customer that is entered at once: the address of the view, and the cookie that opens it.</summary>
    public async Task<(string Path, string Cookie, string Token)> EnterAsync(string portalCookie)
    {
        var answer = await Tenant.Call(portalCookie).PostAsync($"/organizations/{Customers[AtOnce]}/remote-logins");
        var id = answer.Body["remoteLoginId"]!.GetValue<Guid>();
        return ($"/support/{id}", $"__Host-support-{id:N}", answer.Body["accessToken"]!.GetValue<string>());
    }

    /// <summary>Somebody saves a customer's Support Contacts at this moment.</summary>
    public Task SaveContactsAsync(string customer) => Tenant.RunAsync(
        """
        update support_contact_lists set version = version + 1, saved_at = @Now, saved_by = @admin where organization_id = @id;
        delete from support_contacts where organization_id = @id and position = 3;
        insert into support_contacts (organization_id, position, email, email_key) values (@id, 3, @OtherContact, @OtherContact)
        """,
        new { id = Customers[customer], admin = Admin.Id, Tenant.Now, OtherContact });

    /// <summary>The administrator invites somebody; the invitation.</summary>
    public async Task<Guid> InviteAsync()
    {
        var answer = await (await Tenant.Call().SignInAsync(Admin.Email)).PostAsync("/support-invitations", new { invitee = Asked, channel = "email", language = Language, email = Contact });
        return answer.Body["id"]!.GetValue<Guid>();
    }

    /// <summary>The link of another one, as its guest gets it.</summary>
    public async Task<string> GuestPathAsync()
    {
        var before = await GuestPathsAsync();
        await InviteAsync();
        return (await GuestPathsAsync()).Except(before).Single();
    }

    /// <summary>In no order: at one instant, messages have none.</summary>
    private async Task<IReadOnlyList<string>> GuestPathsAsync() =>
        [.. (await Tenant.MessagesToAsync(Contact)).Where(message => message.Message == "invitation").SelectMany(message => message.Paths)];

    private async Task AddContactsAsync()
    {
        foreach (var id in Customers.Values)
            await Tenant.RunAsync(
                """
                insert into support_contact_lists (organization_id, saved_at, saved_by) values (@id, @Now, @admin);
                insert into support_contacts (organization_id, position, account_id, email, email_key)
                values (@id, 1, @admin, null, null), (@id, 2, null, @Contact, @Contact), (@id, 3, @locked, null, null)
                """,
                new { id, admin = Admin.Id, locked = Locked.Id, Tenant.Now, Contact });
    }

    private async Task AskAsync() =>
        await (await Tenant.Call().SignInAsync(Admin.Email)).PostAsync($"/organizations/{Customers[Asked]}/access-requests", new { duration = "PT4H", note = Note });

    private async Task ReportAsync()
    {
        var organization = Customers[Asked];
        await Tenant.RunAsync("insert into applications (id, name) values (@organization, @Application)", new { organization, Application });
        var owner = await Tenant.Call().SignInAsync(Owner.Email);
        Report = (await owner.PostAsync($"/organizations/{organization}/problem-reports", new { application = Application, summary = Summary, description = Description })).Body["id"]!.GetValue<Guid>();
    }

    private async Task KeepAsync() =>
        Media = (await (await Tenant.Call().SignInAsync(Admin.Email)).PostAsync($"/media?name={Picture}", Convert.FromBase64String(Dot))).Body["id"]!.GetValue<Guid>();

    private Task<int> CallAsync() => Tenant.RunAsync(
        """
        insert into support_invitations (id, inviter_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at, opened_at, accepted_at, done_at)
        values (@Call, @admin, @Asked, 'email', 'it', 'guest@rossi.example', '\x01', sha256('call'), @Call, @began, @Now, @began, @began, @Now);
        insert into support_invitations (id, inviter_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at, opened_at, accepted_at, due_at)
        values (@RunningCall, @admin, @Asked, 'email', 'it', 'guest@rossi.example', '\x01', sha256('running'), @RunningCall, @began, @Now + interval '1 day', @began, @began, @Now + interval '1 day');
        insert into calls (id, invitation_id, inviter_id, state, rang_at, answered_at, ended_at, end_reason, nps_score, nps_comment, nps_at)
        values (@Call, @Call, @admin, 'done', @began, @began + interval '80 seconds', @Now, 'hung_up', 9, @Note, @Now),
               (@missed, @Call, @admin, 'missed', @Now, null, @Now, 'away', null, null, null);
        insert into calls (id, invitation_id, inviter_id, state, rang_at, answered_at, due_at)
        values (@RunningCall, @RunningCall, @admin, 'in_call', @Now, @Now, @Now + interval '10 minutes');
        insert into call_entries (id, call_id, at, side, author_name, kind, text)
        values (md5('1')::uuid, @Call, @began, 'system', @Asked, 'rang', null), (md5('2')::uuid, @Call, @began, 'host', @name, 'text', @Description),
               (md5('3')::uuid, @Call, @Now, 'guest', @Asked, 'text', @Summary), (md5('4')::uuid, @Call, @Now, 'system', null, 'done', null);
        insert into call_reports (call_id, side, device, camera, microphone, block, join_ms, is_relayed, rtt_ms, loss, freezes, marks, updated_at)
        values (@Call, 'guest', 'Safari, iOS', 'refused', 'on', 'in_app', 2100, true, 180, 0.08, 4, 3, @Now), (@Call, 'host', 'Chrome, Windows', 'off', 'on', null, 1800, true, 170, 0.02, 1, 5, @Now)
        """,
        new { Call, RunningCall, missed = Guid.CreateVersion7(Tenant.Now), admin = Admin.Id, name = Admin.Name, Asked, Note, Description, Summary, began = Tenant.Now - TimeSpan.FromHours(1), Tenant.Now });

    private static async Task<IReadOnlyDictionary<string, Guid>> AddCustomersAsync(TestTenant tenant)
    {
        var customers = new Dictionary<string, Guid>();
        foreach (var name in new[] { Asked, ToBeAsked, AtOnce, Suspended })
        {
            customers[name] = await tenant.AddOrganizationAsync(name == AtOnce ? "service_provider" : "customer");
            await tenant.RunAsync(
                "update organizations set name = @name, status = @status where id = @id", new { name, id = customers[name], status = name == Suspended ? "suspended" : "active" });
        }

        await tenant.AddMemberAsync(customers[ToBeAsked], "owner");
        return customers;
    }

    private static async Task DressAsync(TestTenant tenant)
    {
        await tenant.RunAsync("update tenant_settings set name = @BrandName, accent_color = '#5b5bd6' where tenant_id = @Id", new { BrandName, tenant.Id });
        foreach (var (kind, file) in new[] { ("logo", "nordlicht.png"), ("icon", "nordlicht-icon.png") })
        {
            var content = await File.ReadAllBytesAsync(Repository.PathOf("src/RemoteSupport.Demo/Brand/" + file));
            await tenant.RunAsync("insert into brand_images (kind, media_type, content) values (@kind, 'image/png', @content)", new { kind, content });
        }
    }

    private static async Task<TestAccount> NameAsync(TestTenant tenant, TestAccount account, string name)
    {
        await tenant.RunAsync("update accounts set name = @name where id = @Id", new { name, account.Id });
        return account with { Name = name };
    }

    private static string Initials(string name) => string.Concat(name.Split(' ').Take(2).Select(part => part[..1]));
}
