using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Delivery;

/// <summary>An SMS gateway as a partner could run one: takes requests on 127.0.0.1, keeps them, and answers as the test says.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Taken> taken = new();

    private Gateway(WebApplication app) => this.app = app;

    /// <summary>What it took, in its order.</summary>
    public IReadOnlyList<Taken> Received => [.. taken];

    /// <summary>What it answers; 200 and nothing unless the test says otherwise.</summary>
    public Func<Taken, (int Status, string Body)> Answers { get; set; } = _ => (200, "");

    /// <summary>What it does before it answers.</summary>
    public Func<Taken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Uri Url => new(app.Urls.Single() + "/cgi-bin/sendsms");

    public static async Task<Gateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new Gateway(builder.Build());
        gateway.app.Run(gateway.TakeAsync);
        await gateway.app.StartAsync();
        return gateway;
    }

    /// <summary>Where it listens, without a path.</summary>
    public Uri Root => new(app.Urls.Single());

    /// <summary>Tells the product what became of a message, at the address that came with it.</summary>
    public static async Task<HttpStatusCode> ReportAsync(TestTenant tenant, string url, HttpMethod method, string? json = null, string query = "")
    {
        using var request = TestHttp.Request(tenant, method, new Uri(url).AbsolutePath + query);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await TestHttp.SendAsync(request);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var one = new Taken(
            context.Request.Method, context.Request.Path + context.Request.QueryString, context.Request.Query.ToDictionary(field => field.Key, field => field.Value.ToString()),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync());
        taken.Enqueue(one);
        await Before(one);
        var (status, body) = Answers(one);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    internal sealed record Taken(string Method, string Target, Dictionary<string, string> Query, Dictionary<string, string> Headers, string Body);
}
