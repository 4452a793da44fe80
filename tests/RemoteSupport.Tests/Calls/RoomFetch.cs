using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>A guest's page that sends and fetches files.</summary>
internal static class RoomFetch
{
    /// <summary>Sends a file from the guest's page.</summary>
    public static async Task<Answer> SendFileAsync(this Guest guest, string path, byte[] content)
    {
        // The token goes with every request of the page, since its last one.
        await guest.PostAsync("/nothing");
        using var body = new ByteArrayContent(content);
        using var response = await guest.Browser.SendOnceAsync(HttpMethod.Post, guest.Base + path, body);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)! : new JsonObject(), response.Headers, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Fetches content as the guest's page shows it.</summary>
    public static async Task<(HttpStatusCode Status, byte[] Content)> FetchAsync(this Guest guest, string path)
    {
        using var response = await guest.Browser.SendOnceAsync(HttpMethod.Get, guest.Base + path);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }
}
