using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RemoteSupport.Tests.Hosting;

/// <summary>A person at a browser without scripts: keeps cookies, follows redirects, fills in the forms that the page has.</summary>
public sealed class Browser(TestTenant tenant, string language)
{
    private readonly Dictionary<string, string> cookies = [];

    public string UserAgent { get; set; } = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    /// <summary>Further headers, such as X-Forwarded-For.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The browser's cookies by name, for tests that steal or carry them.</summary>
    public IDictionary<string, string> Cookies => cookies;

    public Task<Page> GetAsync(string path, string? host = null) => SendAsync(HttpMethod.Get, path, null, host);

    public Task<Page> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? host = null) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), host);

    /// <summary>Submits the page's form that holds the field or button, with these values over what the form holds.</summary>
    public Task<Page> SubmitAsync(Page page, string selector, params (string Name, string Value)[] values)
    {
        var (form, action, fields) = Fill(page, selector, values);
        return form.Method.Equals("post", StringComparison.OrdinalIgnoreCase)
            ? PostAsync(action, fields)
            : GetAsync(action.Split('?')[0] + "?" + string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
    }

    /// <summary>The same with files, each by its name and content, in the field "Files".</summary>
    public Task<Page> UploadAsync(Page page, string selector, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] values) =>
        UploadAsync(page, selector, "Files", files, values);

    /// <summary>The same with files in a field of another name.</summary>
    public Task<Page> UploadAsync(Page page, string selector, string field, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] values)
    {
        var (_, action, fields) = Fill(page, selector, values);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(filled => filled.Key != field)) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), field, name);
        return SendAsync(HttpMethod.Post, action, content, null);
    }

    private static (IHtmlFormElement Form, string Action, List<KeyValuePair<string, string>> Fields) Fill(Page page, string selector, (string Name, string Value)[] values)
    {
        var element = page.Document.QuerySelector(selector) ?? throw new InvalidOperationException($"The page has no {selector}:\n{page.Document.Body?.TextContent}");
        var form = element as IHtmlFormElement ?? element.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException($"{selector} is in no form.");
        var fields = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(IsSent).Select(Pair)
            .Where(field => values.All(value => value.Name != field.Key)).Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value))).ToList();
        if (element is IHtmlButtonElement { Name.Length: > 0 } button) fields.Add(KeyValuePair.Create(button.Name!, button.Value));
        // A button may send its form elsewhere.
        return (form, (element.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } there ? there : page.Path, fields);
    }

    /// <summary>Signs in as a person would; the page that comes of it.</summary>
    public async Task<Page> SignInAsync(string email, string password = TestTenant.Password) =>
        await SubmitAsync(await GetAsync("/sign-in"), "[name='Form.Password']", ("Form.Email", email), ("Form.Password", password));

    /// <summary>One request, no redirect followed.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, string path, HttpContent? content = null, string? host = null)
    {
        using var request = TestHttp.Request(tenant, method, path, host);
        request.Content = content;
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await TestHttp.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var cookie in set) Keep(cookie);
        return response;
    }

    private async Task<Page> SendAsync(HttpMethod method, string path, HttpContent? content, string? host)
    {
        var response = await SendOnceAsync(method, path, content, host);
        for (var hops = 0; response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && hops < 5; hops++)
        {
            path = response.Headers.Location!.IsAbsoluteUri ? response.Headers.Location.PathAndQuery : response.Headers.Location.OriginalString;
            response.Dispose();
            response = await SendOnceAsync(HttpMethod.Get, path, null, host);
        }

        using (response)
        {
            var html = await response.Content.ReadAsStringAsync();
            var document = await BrowsingContext.New().OpenAsync(virtualPage => virtualPage.Content(html));
            return new Page(response.StatusCode, path, document, html, response.Headers);
        }
    }

    private void Keep(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = (parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)], parts[0][(parts[0].IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (parts.Any(part => part.StartsWith("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))) cookies.Remove(name);
        else cookies[name] = value;
    }

    private static bool IsSent(IElement field) => field is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };

    private static KeyValuePair<string, string> Pair(IElement field) => field switch
    {
        IHtmlInputElement input => KeyValuePair.Create(input.Name!, input.Value),
        IHtmlSelectElement select => KeyValuePair.Create(select.Name!, select.Value ?? ""),
        IHtmlTextAreaElement area => KeyValuePair.Create(area.Name!, area.Value),
        _ => throw new InvalidOperationException(field.TagName),
    };
}

/// <summary>What the browser shows after redirects.</summary>
public sealed record Page(HttpStatusCode Status, string Path, IDocument Document, string Html, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>The page's words, white space folded.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The error at a field, null without one.</summary>
    public string? ErrorAt(string name) =>
        Document.QuerySelector($"[name='{name}']")?.GetAttribute("aria-describedby")?.Split(' ').Select(id => Document.GetElementById(id)).FirstOrDefault(said => said?.ClassList.Contains("field-error") == true)?.TextContent.Trim();
}
