using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RemoteSupport.Tests.Hosting;

/// <summary>A program that talks to the JSON API.</summary>
public sealed class Api(TestTenant tenant, string? token, string? language)
{
    public Task<Answer> GetAsync(string path, string? host = null) => SendAsync(HttpMethod.Get, path, null, host);

    public Task<Answer> PostAsync(string path, object? body = null, string? host = null) => SendAsync(HttpMethod.Post, path, body, host);

    public Task<Answer> PatchAsync(string path, object body, string? ifMatch = null) => SendAsync(HttpMethod.Patch, path, body, null, ifMatch);

    /// <summary>Puts a body in the place of what is there, if that is the version with this ETag.</summary>
    public Task<Answer> PutAsync(string path, object body, string? ifMatch) => SendAsync(HttpMethod.Put, path, body, null, ifMatch);

    /// <summary>Posts a file, as it is.</summary>
    public Task<Answer> PostAsync(string path, byte[] content) => SendAsync(HttpMethod.Post, path, new ByteArrayContent(content), null);

    /// <summary>Content as it is, or a range of it.</summary>
    public async Task<(HttpResponseMessage Response, byte[] Content)> FetchAsync(string path, string? range = null)
    {
        using var request = TestHttp.Request(tenant, HttpMethod.Get, "/api/v1" + path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        var response = await TestHttp.SendAsync(request);
        return (response, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Puts a file, as it is.</summary>
    public Task<Answer> PutAsync(string path, byte[] content) => SendAsync(HttpMethod.Put, path, new ByteArrayContent(content), null);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, null);

    /// <summary>Signs in; the answer is a program with the new token.</summary>
    public async Task<Api> SignInAsync(string email, string password = TestTenant.Password)
    {
        var answer = await PostAsync("/sign-in", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new Api(tenant, answer.Body["accessToken"]!.GetValue<string>(), language);
    }

    /// <summary>Tries to sign in; the answer as it is.</summary>
    public Task<Answer> TrySignInAsync(string email, string password) => PostAsync("/sign-in", new { email, password });

    /// <summary>Sends a body as it is, under any content type.</summary>
    public Task<Answer> SendRawAsync(HttpMethod method, string path, string? body, string contentType = "application/json") =>
        SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, contentType), null);

    private Task<Answer> SendAsync(HttpMethod method, string path, object? body, string? host, string? ifMatch = null) =>
        SendAsync(method, path, body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), host, ifMatch);

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, string? host, string? ifMatch = null)
    {
        using var request = TestHttp.Request(tenant, method, "/api/v1" + path, host);
        request.Content = content;
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (language is not null) request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await TestHttp.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, response.Headers, response.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>What the API answered.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode Body, HttpResponseHeaders Headers, string? MediaType)
{
    /// <summary>The problem's code; null when it is none.</summary>
    public string? Code => (Body as JsonObject)?["code"]?.GetValue<string>();

    public string? Detail => (Body as JsonObject)?["detail"]?.GetValue<string>();
}
