using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.MessageTemplates;

/// <summary>A tenant whose admin writes the texts of messages.</summary>
internal sealed class Writing
{
    public const string Key = "/message-templates/access-requested/email/it";
    public const string Sms = "/message-templates/invitation/sms/it";
    public const string Editor = "/settings/messages/access-requested/email?language=it";
    public const string SmsEditor = "/settings/messages/invitation/sms?language=it";
    public const string Html = "<p>{{ requester }} bussa alla porta di {{ organization }}.</p><p><a href=\"{{ url }}\">Decida</a></p>";
    public const string Text = "{{ requester }} bussa alla porta di {{ organization }}.\n\nDecida:\n{{ url }}";

    private Writing(TestTenant tenant, TestAccount admin, Api program, Browser browser) => (Tenant, Admin, Program, Browser) = (tenant, admin, program, browser);

    public TestTenant Tenant { get; }

    public TestAccount Admin { get; }

    public Api Program { get; }

    public Browser Browser { get; }

    public static async Task<Writing> BeginAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AddPartnerUserAsync("admin");
        var browser = tenant.Browse();
        await browser.SignInAsync(admin.Email);
        return new(tenant, admin, await tenant.Call().SignInAsync(admin.Email), browser);
    }

    /// <summary>Saves a subject, and texts that fit it; the version.</summary>
    public async Task<int> SaveAsync(string subject, string? ifMatch = null, string key = Key)
    {
        var answer = await Program.PutAsync(key, new { subject, html = Html, text = Text }, ifMatch);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body["version"]!.GetValue<int>();
    }

    public async Task<string> SubjectAsync() => (await Program.GetAsync(Key)).Body["subject"]!.GetValue<string>();

    /// <summary>Presses a button of the editor, with these texts in its fields.</summary>
    public Task<Page> PressAsync(Page page, string handler, params (string Name, string Value)[] fields)
    {
        var form = page.Document.GetElementById("template-form")!;
        var all = form.QuerySelectorAll("input[type=hidden], textarea").ToDictionary(field => field.GetAttribute("name")!, field => field is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value")!);
        foreach (var (name, value) in fields) all[name] = value;
        return Browser.PostAsync(form.GetAttribute("action")! + (handler.Length > 0 ? "&handler=" + handler : ""), all);
    }
}
