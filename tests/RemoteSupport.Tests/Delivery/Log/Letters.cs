using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Delivery.Log;

/// <summary>Messages as they lie in the outbox of a tenant, for tests of the log.</summary>
internal static class Letters
{
    /// <summary>A message in a state; its id. Without links it can be sent again as long as it is no old news.</summary>
    public static async Task<Guid> AddMessageAsync(
        this TestTenant tenant, string state = "failed", string recipient = "zoe@shop.example", string message = "access-requested", string channel = "email", string? text = "Good morning",
        string? lastError = null, string links = "[]")
    {
        var id = Guid.CreateVersion7(tenant.Now);
        await tenant.RunAsync(
            """
            insert into messages (id, message, channel, language, recipient, recipient_name, subject, body_text, body_html, links, state, attempts, last_error, created_at, give_up_at, due_at)
            values (@id, @message, @channel, 'en', @recipient, 'Zoë', case when @channel = 'email' then 'Subject' end, @text, case when @channel = 'email' then @text end, @links::jsonb, @state, 1, @lastError,
              @Now, @Now + interval '1 day', case when @state = 'queued' then @Now end)
            """,
            new { id, message, channel, recipient, text, links, state, lastError, tenant.Now });
        return id;
    }

    public static async Task<Api> AdminAsync(this TestTenant tenant, string? language = null) => await tenant.Call(language: language).SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);

    public static async Task<Browser> AdminBrowserAsync(this TestTenant tenant)
    {
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        return browser;
    }

    /// <summary>What was queued is over for good, as if the server had refused it.</summary>
    public static Task<int> FailAsync(this TestTenant tenant) => tenant.RunAsync("update messages set state = 'failed', due_at = null, attempts = 1, last_error = '550 no' where tenant_id = @Id and state = 'queued'", new { tenant.Id });

    public static Task<IReadOnlyList<string>> TrailAsync(this TestTenant tenant) =>
        tenant.ListAsync<string>("select (d.details -> 'changes')::text from audit_events e join audit_details d on d.event_id = e.id where e.action = 'ResendMessage'");
}
