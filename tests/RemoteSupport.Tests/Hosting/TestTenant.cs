using Dapper;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Tests.Hosting;

/// <summary>A fresh tenant, for one test. Everything in it is made by the test, so a test that passes beside others proves isolation, too.</summary>
public sealed class TestTenant
{
    public const string Password = "riding a Green bicycle";
    private static readonly Lazy<Task<string>> PasswordHash = new(HashAsync);

    private TestTenant(TestNode node, Guid id, string slug) => (Node, Id, Slug) = (node, id, slug);

    public TestNode Node { get; }

    public Guid Id { get; }

    public string Slug { get; }

    public string Host => $"{Slug}.{TestNode.BaseDomain}";

    /// <summary>The test's time; every request of this tenant's clients carries it.</summary>
    public DateTimeOffset Now { get; set; } = TestClock.Start;

    public static async Task<TestTenant> CreateAsync(TestNode? node = null, string language = "en", bool protectsKnownDevices = false)
    {
        node ??= await TestNode.CommonAsync();
        var id = NewId();
        var slug = "t" + id.ToString("N")[^12..];
        var tenant = new TestTenant(node, id, slug);
        await tenant.RunAsync(
            """
            insert into tenants (id, slug, created_at) values (@id, @slug, @now);
            insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone, protects_known_devices)
            values (@name, '#2457b8', 'help@' || @slug || '.example', 'IT', @language, '{en,it,es,de}', 'Europe/Rome', @protectsKnownDevices)
            """,
            new { id, slug, now = tenant.Now, name = "Brand " + slug, language, protectsKnownDevices });
        return tenant;
    }

    /// <summary>The same tenant, talked to through another node.</summary>
    public TestTenant On(TestNode node) => new(node, Id, Slug) { Now = Now };

    /// <summary>A partner user with <see cref="Password"/>.</summary>
    public Task<TestAccount> AddPartnerUserAsync(string role = "supporter", string status = "active", string? language = "en") =>
        AddAccountAsync("partner", role, null, status, language);

    /// <summary>A member of an organization with <see cref="Password"/>.</summary>
    public Task<TestAccount> AddMemberAsync(Guid organizationId, string role = "member", string status = "active", string? language = "en") =>
        AddAccountAsync("organization", role, organizationId, status, language);

    public async Task<Guid> AddOrganizationAsync(string managedBy = "customer", string language = "en")
    {
        var id = NewId();
        await RunAsync(
            """
            insert into organizations (id, name, country, language, time_zone, managed_by, created_by, created_at)
            values (@id, @name, 'IT', @language, 'Europe/Rome', @managedBy, 'partner', @Now)
            """,
            new { id, name = "Organization " + id.ToString("N")[^6..], language, managedBy, Now });
        return id;
    }

    /// <summary>An approved access that has just begun; its id.</summary>
    public async Task<Guid> AddGrantAsync(Guid organizationId, TestAccount requester, TimeSpan? duration = null)
    {
        var (id, length) = (NewId(), duration ?? TimeSpan.FromHours(4));
        await RunAsync(
            """
            insert into access_requests (id, organization_id, requester_id, state, requested_duration, granted_duration, created_at, lapses_at, decided_at, expires_at, due_at)
            values (@id, @organizationId, @Requester, 'approved', @length, @length, @Now, @Now + interval '7 days', @Now, @Now + @length, @Now + @length)
            """,
            new { id, organizationId, Requester = requester.Id, length, Now });
        return id;
    }

    /// <summary>A supporter who is inside an organization: their program there, and the login's id.</summary>
    public async Task<(Api Program, Guid Login)> EnterAsync(TestAccount supporter, Guid organizationId)
    {
        var answer = await (await Call().SignInAsync(supporter.Email)).PostAsync($"/organizations/{organizationId}/remote-logins");
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.Status);
        return (Call(answer.Body["accessToken"]!.GetValue<string>()), answer.Body["remoteLoginId"]!.GetValue<Guid>());
    }

    /// <summary>A person with a browser of their own.</summary>
    public Browser Browse(string language = "en") => new(this, language);

    /// <summary>A program with a token of its own.</summary>
    public Api Call(string? token = null, string? language = null) => new(this, token, language);

    /// <summary>Looks at the database as it really is, this tenant's rows only.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null)
    {
        await using var connection = await Node.Database.App.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant = Id.ToString() });
        return (await connection.QueryAsync<T>(sql, arguments)).AsList();
    }

    public async Task<T> SingleAsync<T>(string sql, object? arguments = null) => (await ListAsync<T>(sql, arguments)).Single();

    /// <summary>Changes the database as its owner, inside this tenant.</summary>
    public async Task<int> RunAsync(string sql, object? arguments = null)
    {
        await using var connection = await Node.Database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant = Id.ToString() });
        var changed = await connection.ExecuteAsync(sql, arguments);
        await transaction.CommitAsync();
        return changed;
    }

    /// <summary>Runs something in this tenant as the product itself would, without HTTP, at the test's time.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        TestClock.Set(Now);
        var tenant = await Node.Services.GetRequiredService<TenantStore>().GetAsync(Id);
        await using var scope = Node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<MultiTenantContextAccessor>().Enter(tenant!);
        scope.ServiceProvider.GetRequiredService<Caller>().IsOperator = true;
        await work(scope.ServiceProvider);
    }

    /// <summary>The messages queued to an address, oldest first, their links as the recipient will see them.</summary>
    public async Task<IReadOnlyList<TestMessage>> MessagesToAsync(string address)
    {
        var rows = await ListAsync<MessageRow>(
            "select message, language, subject, body_text, body_html, links::text as links from messages where recipient = @address order by id", new { address });
        var tokens = Node.Services.GetRequiredService<LinkTokens>();
        return [.. rows.Select(row => row.Finish(this, tokens))];
    }

    private async Task<TestAccount> AddAccountAsync(string kind, string role, Guid? organizationId, string status, string? language)
    {
        var id = NewId();
        var email = $"{role}.{id.ToString("N")[^8..]}@{Slug}.example";
        var name = $"{char.ToUpperInvariant(role[0])}{role[1..]} {id.ToString("N")[^4..]}";
        await RunAsync(
            """
            insert into accounts (id, email, email_key, name, kind, role, organization_id, status, password_hash, language, created_at)
            values (@id, @email, @email, @name, @kind, @role, @organizationId, @status, @hash, @language, @Now)
            """,
            new { id, email, name, kind, role, organizationId, status, hash = status == "invited" ? null : await PasswordHash.Value, language, Now });
        return new TestAccount(id, email, name, kind, role, organizationId);
    }

    private static Guid NewId() => Guid.CreateVersion7(TestClock.Start);

    private static async Task<string> HashAsync() =>
        await (await TestNode.CommonAsync()).Services.GetRequiredService<PasswordHashing>().HashAsync(Password, default);

    private sealed record MessageRow(string Message, string Language, string Subject, string BodyText, string? BodyHtml, string Links)
    {
        public TestMessage Finish(TestTenant tenant, LinkTokens tokens)
        {
            var (text, html) = (BodyText, BodyHtml ?? "");
            var paths = new List<string>();
            foreach (var link in System.Text.Json.JsonSerializer.Deserialize<Platform.Messaging.SecretLink[]>(Links)!)
            {
                var path = link.Path.Replace("{token}", tokens.TokenFor(link.Purpose, tenant.Id, link.Id), StringComparison.Ordinal);
                paths.Add(path);
                (text, html) = (text.Replace(link.Marker, $"http://{tenant.Host}{path}"), html.Replace(link.Marker, $"http://{tenant.Host}{path}"));
            }

            return new TestMessage(Message, Language, Subject, text, html, paths);
        }
    }
}

public sealed record TestAccount(Guid Id, string Email, string Name, string Kind, string Role, Guid? OrganizationId);

/// <summary>A message as its recipient sees it; <paramref name="Paths"/> are its secret links without the host.</summary>
public sealed record TestMessage(string Message, string Language, string Subject, string Text, string Html, IReadOnlyList<string> Paths);
