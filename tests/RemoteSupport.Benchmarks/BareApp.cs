using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace RemoteSupport.Benchmarks;

/// <summary>What our node is held against: Kestrel and Npgsql, and nothing else.</summary>
internal static class BareApp
{
    public const string Verb = "bare";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Postgres")!));
        var app = builder.Build();
        app.MapGet("/people/{id:guid}", FindAsync);
        app.MapPost("/refuse", (Attempt _) => Results.Json(new { code = "account_locked" }, statusCode: StatusCodes.Status423Locked));
        app.MapPost("/sms", () => Results.Accepted());
        await app.RunAsync();
        return 0;
    }

    private static async Task<IResult> FindAsync(Guid id, NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, name, email, language, time_zone, kind, role from bare_people where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? Results.Ok(new Person(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetString(6)))
            : Results.NotFound();
    }

    internal sealed record Attempt(string Email, string Password);

    internal sealed record Person(Guid Id, string Name, string Email, string Language, string TimeZone, string Kind, string Role);
}
